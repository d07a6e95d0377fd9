package dev.wasmledger.runtime.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, it is read, or a diagnostic says where it cannot be; and what is read prints as what is read again. */
class WaveMutationTest {

    private static final Path FOLDER = Path.of("src/test/resources/wave");
    private static final int MUTANTS = 20_000;
    private static final String PIECES = "(){}[]:,\"'\\%-.\n\r\t 019eE☃\ud83c\0aZ/";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingButDiagnostics(long seed) throws IOException {
        var random = new Random(seed);
        List<String> calls = calls();
        List<FuncType> types =
                List.copyOf(WitFunctions.in(FOLDER.resolve("types.wit")).values());
        for (int i = 0; i < MUTANTS; i++) {
            String text = mutated(calls.get(random.nextInt(calls.size())), calls, random);
            FuncType type = types.get(random.nextInt(types.size()));
            assertThatCode(() -> readAndReread(text, type.params()))
                    .as("seed %s: %s as %s", seed, text, type)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void nestingHasALimit() {
        ValType type = new PrimValType(Primitive.U8);
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> Wave.parse(new SourceFile("deep", deep), ListType.of(type)))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("nested more than " + Limits.MAX_WAVE_DEPTH + " deep");
    }

    @Test
    void lengthHasALimit() {
        var text = new SourceFile("long", " ".repeat(Limits.MAX_WAVE_CHARS) + "1");
        assertThatThrownBy(() -> Wave.parse(text, new PrimValType(Primitive.U8)))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("longer than " + Limits.MAX_WAVE_CHARS + " characters");
    }

    private static void readAndReread(String text, List<Field> params) {
        List<Val> values;
        try {
            values = WaveCall.parse(new SourceFile("mutant", text)).arguments(params);
        } catch (DiagnosticException wrong) {
            assertThat(wrong.diagnostics()).isNotEmpty();
            return;
        }
        for (int i = 0; i < params.size(); i++) {
            ValType type = params.get(i).type();
            String printed = Wave.print(values.get(i), type);
            assertThat(Wave.parse(new SourceFile("printed", printed), type)).isEqualTo(values.get(i));
        }
    }

    private static String mutated(String call, List<String> others, Random random) {
        var text = new StringBuilder(call);
        for (int left = random.nextInt(4); left >= 0; left--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                case 2 -> text.insert(at, text.substring(at, end));
                default -> {
                    String other = others.get(random.nextInt(others.size()));
                    text.insert(at, other, 0, random.nextInt(other.length() + 1));
                }
            }
        }
        return text.toString();
    }

    private static List<String> calls() throws IOException {
        var calls = new ArrayList<String>();
        try (Stream<Path> folders = Files.list(FOLDER.resolve("cases"))) {
            for (Path folder : folders.sorted().toList()) {
                calls.addAll(
                        List.of(Files.readString(folder.resolve("calls.wave")).split("\n;\n", -1)));
            }
        }
        return calls;
    }
}
