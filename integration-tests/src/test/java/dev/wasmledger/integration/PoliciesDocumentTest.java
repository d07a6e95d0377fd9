package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens each ledger of docs/policies.md and sends it the transfers of the table below it: the answers are the table's. */
class PoliciesDocumentTest {

    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| *([0-9]+) \\|(.*)\\|$");

    @TempDir
    private Path folder;

    /**
     * One ledger of the page.
     *
     * @param title what the page calls it
     */
    record Example(String title, String yaml, List<Row> rows) {

        @Override
        public String toString() {
            return title;
        }
    }

    /** A row of its table: cells from the second on. */
    record Row(long id, List<String> cells) {

        Transfer transfer() {
            TransferFlags flags = TransferFlags.NONE;
            for (String word : cells.get(4).split(" ", -1)) {
                flags = switch (word) {
                    case "" -> flags;
                    case "linked" -> flags.with(TransferFlags.LINKED);
                    case "pending" -> flags.with(TransferFlags.PENDING);
                    case "post-pending-transfer" -> flags.with(TransferFlags.POST_PENDING_TRANSFER);
                    case "void-pending-transfer" -> flags.with(TransferFlags.VOID_PENDING_TRANSFER);
                    default -> throw new IllegalArgumentException("no such flag: " + word);
                };
            }
            return ComposedBooks.transfer(
                    id, number(0), number(1), number(2), (int) number(3), flags, number(5), number(6));
        }

        private long number(int cell) {
            String text = cells.get(cell);
            return text.isEmpty() ? 0 : Long.parseLong(text);
        }

        String answer() {
            return cells.get(7);
        }
    }

    static List<Example> examples() throws IOException {
        String page = Files.readString(ProjectFiles.root().resolve("docs/policies.md"));
        List<Example> examples = new ArrayList<>();
        for (String section : page.split("(?m)^## ", -1)) {
            YAML.matcher(section)
                    .results()
                    .forEach(yaml -> examples.add(
                            new Example(section.lines().findFirst().orElseThrow(), yaml.group(1), rows(section))));
        }
        return examples;
    }

    private static List<Row> rows(String section) {
        return ROW.matcher(section)
                .results()
                .map(row -> new Row(
                        Long.parseLong(row.group(1)),
                        Stream.of(row.group(2).split("\\|", -1))
                                .map(String::strip)
                                .toList()))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void answersWhatThePageSays(Example example) throws Exception {
        assertThat(example.rows()).isNotEmpty();
        List<String> answers = new ArrayList<>();
        try (ComposedBooks books = ComposedBooks.open(folder, example.yaml())) {
            List<Transfer> batch = new ArrayList<>();
            for (Row row : example.rows()) {
                batch.add(row.transfer());
                if (!row.transfer().flags().contains(TransferFlags.LINKED)) {
                    books.said(batch.toArray(Transfer[]::new)).forEach(said -> answers.add(inWit(said)));
                    batch.clear();
                }
            }
            if (example.title().startsWith("A fee")) {
                assertThat(books.balance(3)).isEqualTo("0 50");
            }
        }
        assertThat(answers)
                .containsExactlyElementsOf(
                        example.rows().stream().map(Row::answer).toList());
    }

    /** {@code VETOED name: reason} as {@code vetoed, name: reason}, and any status by its name in the contract. */
    private static String inWit(String said) {
        int end = said.indexOf(' ');
        String status = end < 0 ? said : said.substring(0, end);
        String name = status.toLowerCase(Locale.ROOT).replace('_', '-');
        return end < 0 ? name : name + "," + said.substring(end);
    }
}
