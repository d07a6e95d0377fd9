package dev.wasmledger.cli.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.cli.journal.JournalReader;
import dev.wasmledger.cli.jsonl.TransactionFile;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users' files, damaged: each is read, or there are diagnostics that lie within it. */
class MutationTest {

    private static final int ROUNDS = 300;

    /** What readers like to trip over; the long ones are longer than a stack is deep. */
    private static final List<String> SALT = List.of(
            "\u0000",
            "\u001B[2J",
            "\r",
            "\u0085",
            "\uFEFF",
            "\u0663",
            "\uD83D\uDE00",
            "\"",
            "\\",
            "-",
            "0",
            "1e999999999",
            "@@ $0",
            " ; ",
            "{$0}",
            "[=0000/00/00]",
            "apply tag x\n",
            "comment\n",
            "9".repeat(20_000),
            ",000".repeat(20_000),
            "[".repeat(20_000),
            "{\"a\":".repeat(20_000),
            " ".repeat(20_000),
            " x".repeat(20_000),
            "  ; :" + "x:".repeat(20_000));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void journals(long seed) throws IOException {
        answers(seed, files("journal", "../samples/household"), JournalReader::read);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void transactions(long seed) throws IOException {
        answers(seed, files("jsonl", "../samples/credits"), TransactionFile::read);
    }

    private void answers(long seed, List<byte[]> inputs, Consumer<SourceFile> reader) throws IOException {
        var random = new Random(seed);
        Path path = folder.resolve("mutated");
        int rejected = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutate(inputs.get(random.nextInt(inputs.size())), random);
            Files.write(path, bytes);
            try {
                reader.accept(TextFile.read(path));
            } catch (DiagnosticException wrong) {
                rejected++;
                assertThat(wrong.diagnostics())
                        .allSatisfy(diagnostic -> assertThat(diagnostic.primary())
                                .isInstanceOfSatisfying(
                                        Span.class,
                                        place -> assertThat(place.fileName()).isEqualTo(path.toString())));
            } catch (RuntimeException | StackOverflowError thrown) {
                throw new AssertionError("seed " + seed + ", round " + round, thrown);
            }
        }
        assertThat(rejected).as("mutations that hurt").isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        List<String> lines = new ArrayList<>(new String(bytes, UTF_8).lines().toList());
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && !lines.isEmpty(); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int column = random.nextInt(line.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, line.substring(0, column));
                default ->
                    lines.set(
                            at,
                            line.substring(0, column) + SALT.get(random.nextInt(SALT.size())) + line.substring(column));
            }
        }
        byte[] mutated = String.join("\n", lines).getBytes(UTF_8);
        if (mutated.length > 0 && random.nextInt(4) == 0) {
            mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return mutated;
    }

    private static List<byte[]> files(String extension, String sample) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        try (Stream<Path> cases = Files.walk(Path.of("src/test/resources"));
                Stream<Path> samples = Files.list(Path.of(sample))) {
            for (Path file : Stream.concat(
                            cases.filter(path -> path.getFileName().toString().equals("input." + extension)),
                            samples.filter(path -> path.toString().matches(".*\\.(dat|jsonl)")))
                    .sorted()
                    .toList()) {
                inputs.add(Files.readAllBytes(file));
            }
        }
        return inputs;
    }
}
