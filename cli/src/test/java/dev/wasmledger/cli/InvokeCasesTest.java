package dev.wasmledger.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is a call of a function of the shop, an argument of {@code invoke} a line, and what comes of it. */
class InvokeCasesTest {

    private static final String CASES = "invoke/cases";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeComponent() throws IOException {
        ShopComponents.writeTo(folder, "shop");
        ShopComponents.writeTo(folder, "needy");
        ShopComponents.writeTo(folder, "partly");
        Files.writeString(folder.resolve("text.wasm"), "(component)");
    }

    static Stream<String> cases() throws IOException {
        return Cases.in(CASES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsExpected(String name) throws IOException {
        String here = folder.toString();
        List<String> arguments = new ArrayList<>(List.of("invoke"));
        Cases.input(CASES, name, "arguments").replace("{}", here).lines().forEach(arguments::add);
        var out = new StringWriter();
        var err = new StringWriter();

        int exitCode = WasmLedger.commandLine()
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));

        String actual = "exit code %d%n--- out%n%s--- err%n%s".formatted(exitCode, out, err);
        Cases.assertExpected(CASES, name, actual.replace(here, "{}"));
    }
}
