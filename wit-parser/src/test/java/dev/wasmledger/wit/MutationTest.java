package dev.wasmledger.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WIT with words left out, doubled, swapped and strewn in: a diagnostic or a model, and never an exception. */
class MutationTest {

    private static final int ROUNDS = 400;
    private static final Pattern WORDS = Pattern.compile("(?<=\\W)|(?=\\W)");
    private static final List<String> SALT = List.of(
            "{",
            "}",
            "(",
            ")",
            "<",
            ">",
            ";",
            ":",
            ",",
            ".",
            "@",
            "/",
            "%",
            "\"",
            "->",
            "=",
            "_",
            "1",
            "interface",
            "world",
            "package",
            "use",
            "include",
            "with",
            "as",
            "resource",
            "own",
            "borrow",
            "func",
            "async",
            "static",
            "import",
            "export",
            "list",
            "result",
            "/*",
            "//",
            "\n",
            "\u0000",
            "\uD83D",
            "é",
            "@since(version = 1.0.0)");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsWrittenIsAnswered(long seed) throws IOException {
        var random = new Random(seed);
        List<String> texts = texts();
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutate(texts.get(random.nextInt(texts.size())), random);
            WitResult result;
            try {
                result = new WitLoader().text("mutated.wit", text).load();
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed + ", round " + round + ":\n" + text, thrown);
            }
            assertThat(result.wit().isEmpty())
                    .as("no model without a diagnostic and the other way round: %s", text)
                    .isEqualTo(!result.diagnostics().isEmpty());
            result.wit().ifPresent(wit -> assertPrintsToAFixpoint(wit, text));
        }
    }

    private static void assertPrintsToAFixpoint(ResolvedWit wit, String text) {
        String once = new WitPrinter(wit).printAll();
        ResolvedWit again =
                new WitLoader().text("printed.wit", once).allFeatures().load().orThrow();
        assertThat(new WitPrinter(again).printAll()).as(text).isEqualTo(once);
    }

    private static String mutate(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(WORDS.split(text)));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            int at = random.nextInt(words.size());
            int other = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(other));
                case 2 -> words.set(at, words.get(other));
                case 3 -> words.add(at, SALT.get(random.nextInt(SALT.size())));
                default ->
                    words.subList(Math.min(at, other), Math.min(words.size(), Math.min(at, other) + 5))
                            .clear();
            }
        }
        return String.join("", words);
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        texts.add(Files.readString(Path.of("src/test/resources/everything.wit")));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".wit"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
