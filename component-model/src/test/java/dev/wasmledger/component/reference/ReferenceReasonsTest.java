package dev.wasmledger.component.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.corpus.Manifests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of reasons speaks of rules that there are, and of texts that the scripts have. */
class ReferenceReasonsTest {

    @Test
    void everyRuleHasAnIdOfItsOwn() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyIdInTheTableIsARule() {
        Set<String> rules = Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.toSet());
        assertThat(Resources.lines("reasons.txt"))
                .flatMap(line -> List.of(line.split(": ?", 2)[0].split("\\.\\.", 2)))
                .isSubsetOf(rules);
    }

    @Test
    void everyTextOfTheTableIsOneOfAScript() {
        List<String> texts = Manifests.commands("assert_invalid", "assert_malformed").stream()
                .map(Manifests.Command::text)
                .distinct()
                .toList();
        List<String> unused = new ArrayList<>();
        for (String line : Resources.lines("reasons.txt")) {
            ReferenceReasons.Reason reason = ReferenceReasons.reason(line);
            if (texts.stream().noneMatch(text -> reason.explains(reason.firstId(), text))) {
                unused.add(line);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void aTextSpeaksOfItsRuleAndOfNoOther() {
        assertThat(ReferenceReasons.explains(Rule.NAME_KEBAB_CASE.id(), "`FOO_bar` is not in kebab case"))
                .isTrue();
        assertThat(ReferenceReasons.explains(Rule.DUPLICATE_NAME.id(), "`FOO_bar` is not in kebab case"))
                .isFalse();
        assertThat(ReferenceReasons.explains(Rule.NO_FUNC.id(), "type index out of bounds"))
                .isFalse();
        assertThat(ReferenceReasons.explains(Rule.NO_FUNC.id(), "")).isFalse();
    }
}
