package dev.wasmledger.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/component-rules.md has each rule once. */
class RulePageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (CMP[0-9]{4}) \\| ");

    @Test
    void eachRuleHasARow() throws IOException {
        Path page = Path.of(System.getProperty("project.root", "..")).resolve("docs/component-rules.md");
        assertThat(ROW.matcher(Files.readString(page)).results().map((MatchResult row) -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    @Test
    void eachFeatureIsNamedInItsRow() throws IOException {
        Path page = Path.of(System.getProperty("project.root", "..")).resolve("docs/component-rules.md");
        String text = Files.readString(page);
        for (Feature feature : Feature.values()) {
            String row = "| " + Rule.of(feature).id() + " | `" + feature.text() + "`: ";
            assertThat(text).contains(row);
            String line = text.substring(text.indexOf(row)).lines().findFirst().orElseThrow();
            assertThat(line.endsWith("(on) |")).as(line).isEqualTo(feature.isShipped());
        }
    }
}
