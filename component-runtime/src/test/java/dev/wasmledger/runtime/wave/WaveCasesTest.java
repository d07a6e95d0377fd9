package dev.wasmledger.runtime.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is a file of calls of the functions in {@code types.wit}, and what their arguments are read as. */
class WaveCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/wave");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER.resolve("cases"))) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(Path folder) throws IOException {
        Map<String, FuncType> functions = WitFunctions.in(FOLDER.resolve("types.wit"));
        var outcomes = new ArrayList<String>();
        for (String call : Files.readString(folder.resolve("calls.wave")).split("\n;\n", -1)) {
            outcomes.add("> " + call.strip() + "\n" + outcome(new SourceFile("call", call), functions) + "\n");
        }
        String actual = String.join("\n", outcomes);
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual)
                .as("%s; -Dbless=true rewrites it", expected)
                .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }

    private static String outcome(SourceFile text, Map<String, FuncType> functions) {
        try {
            WaveCall call = WaveCall.parse(text);
            List<Field> params = functions.get("all." + call.function().text()).params();
            List<Val> values = call.arguments(params);
            var printed = new ArrayList<String>();
            for (int i = 0; i < params.size(); i++) {
                printed.add(Wave.print(values.get(i), params.get(i).type()));
            }
            return String.join(", ", printed);
        } catch (DiagnosticException wrong) {
            return wrong.getMessage();
        }
    }
}
