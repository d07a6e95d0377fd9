package dev.wasmledger.component.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.corpus.Manifests;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever decodes is valid, or gets a diagnostic; nothing that refers to itself many times takes long. */
class ValidatorFuzzTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void mutatedComponents(long seed) throws IOException {
        Random random = new Random(seed);
        List<Manifests.Command> commands = Manifests.commands("module", "module_definition");
        int rejected = 0;
        for (int round = 0; round < 1500; round++) {
            byte[] bytes = Files.readAllBytes(
                    commands.get(random.nextInt(commands.size())).file());
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes && bytes.length > 8; i++) {
                int position = 8 + random.nextInt(bytes.length - 8);
                bytes[position] = (byte) (random.nextBoolean() ? random.nextInt(256) : bytes[position] + 1);
            }
            try {
                Component component = ComponentDecoder.decode("mutated", bytes);
                ComponentValidator.validate("mutated", component, Features.ALL);
            } catch (DiagnosticException e) {
                assertThat(e.diagnostics()).isNotEmpty();
                rejected++;
            }
        }
        assertThat(rejected).as("mutations that hurt").isGreaterThan(300);
    }

    @Test
    void typesThatDoubleAreStoppedBySize() {
        rejects("CMP0086", i -> new ValTypeDef.TupleDef(List.of(previous(i), previous(i))));
    }

    @Test
    void listsOfListsAreStoppedByDepth() {
        rejects("CMP0008", i -> new ValTypeDef.ListDef(previous(i), OptionalInt.empty()));
    }

    private static ValTypeRef previous(int i) {
        return i == 0 ? new ValTypeRef.Prim(Primitive.U8) : new ValTypeRef.Defined(new Index.Type(i - 1));
    }

    private static void rejects(String id, IntFunction<ValTypeDef> type) {
        List<Section.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            entries.add(new Section.Entry(0, type.apply(i)));
        }
        var component = new Component(List.of(new Section(Section.Kind.TYPE, 0, entries)));
        assertThatThrownBy(() -> ComponentValidator.validate("types", component, Features.DEFAULT))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        e -> assertThat(e.diagnostics().getFirst().id()).isEqualTo(id));
    }
}
