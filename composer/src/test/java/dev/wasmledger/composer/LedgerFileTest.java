package dev.wasmledger.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.composer.LedgerFile.Part;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

    /** Longer, or deeper, than a stack is. */
    private static final List<String> LONG =
            List.of("9".repeat(5000), "-a".repeat(10_000), "[".repeat(5000), "{a: ".repeat(5000), "\n- ".repeat(1000));

    static List<Path> cases() throws IOException {
        return Expected.cases("ledger-file");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsOrSaysWhatIsWrong(Path folder) throws IOException {
        String actual;
        try {
            actual = describe(LedgerFile.read(folder.resolve("ledger.yaml")));
        } catch (DiagnosticException e) {
            actual = e.getMessage() + "\n";
        }
        Expected.check(folder.resolve("expected.txt"), actual);
    }

    @Test
    void aMissingFileIsADiagnostic(@TempDir Path folder) {
        assertThatThrownBy(() -> LedgerFile.read(folder.resolve("ledger.yaml")))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aHugeFileIsADiagnostic(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.yaml");
        Files.writeString(file, "#".repeat(Limits.LEDGER_FILE_BYTES + 1));
        assertThatThrownBy(() -> LedgerFile.read(file))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void bytesThatAreNoTextAreADiagnostic(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ledger.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff});
        assertThatThrownBy(() -> LedgerFile.read(file))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("no UTF-8");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDamagedFileIsReadOrGetsDiagnosticsInIt(long seed, @TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("src", "test", "resources", "ledger-file", "full", "ledger.yaml"));
        var random = new Random(seed);
        Path file = folder.resolve("ledger.yaml");
        for (int round = 0; round < 200; round++) {
            var mutated = new StringBuilder(text);
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                mutate(mutated, random);
            }
            Files.writeString(file, mutated);
            try {
                LedgerFile.read(file);
            } catch (DiagnosticException e) {
                assertThat(e.diagnostics())
                        .allSatisfy(d -> assertThat(d.primary()).isInstanceOf(Span.class));
            } catch (RuntimeException | StackOverflowError thrown) {
                throw new AssertionError("seed " + seed + ", round " + round, thrown);
            }
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        String alphabet = ":{}[],-&*!|>'\"#%@`? \n\ta1.\u0000\u00e9~";
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(40));
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, c);
            case 1 -> text.insert(at, c);
            case 2 -> text.deleteCharAt(at);
            case 3 -> text.insert(at, text.substring(at, end));
            case 4 -> text.delete(at, end);
            default -> text.insert(at, LONG.get(random.nextInt(LONG.size())));
        }
    }

    @Test
    void coordinatesCannotLeadOutOfTheRepository() {
        assertThat(ComponentReference.parse("mvn:..:x:1")).isEmpty();
        assertThat(ComponentReference.parse("mvn:a:../../x:1")).isEmpty();
    }

    private static String describe(LedgerFile file) {
        var out = new StringBuilder("ledger " + file.ledger() + "\n");
        out.append(describe("engine", List.of(file.engine())));
        out.append(describe("program", file.programs()));
        out.append(describe("policy", file.policies()));
        out.append(describe("projection", file.projections()));
        out.append(describe("component", file.components()));
        out.append("transactions ")
                .append(file.transactions().map(LedgerFileTest::portable))
                .append('\n');
        out.append("state ").append(portable(file.state())).append('\n');
        out.append(file.limits()).append('\n');
        return file.snapshots().equals(LedgerFile.Snapshots.STANDARD)
                ? out.toString()
                : out.append(file.snapshots()).append('\n').toString();
    }

    private static String describe(String place, List<Part> parts) {
        return parts.stream()
                .map(part -> "%s %s = %s config %s with %s\n"
                        .formatted(
                                place,
                                part.name(),
                                part.component(),
                                part.config(),
                                part.with().stream()
                                        .map(with -> with.importName() + "=" + with.instance())
                                        .toList()))
                .collect(Collectors.joining());
    }

    private static String portable(Path path) {
        return path.toString().replace('\\', '/');
    }
}
