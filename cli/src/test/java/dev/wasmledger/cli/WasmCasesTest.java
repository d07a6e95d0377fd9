package dev.wasmledger.cli;

import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.wit.WitPackageEncoder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case is some command lines about WebAssembly files in {@code commands}, with <code>{}</code> for the folder that the
 * files lie in, and what each prints and how it ends.
 */
class WasmCasesTest {

    private static final String CASES = "wasm/cases";
    private static final Path FILES = Path.of("src/test/resources/wasm/files");

    @TempDir
    private static Path folder;

    /** Besides the shop, files that nothing can be done with. */
    @BeforeAll
    static void writeFiles() throws IOException {
        for (String name : new String[] {"shop", "needy"}) {
            ShopComponents.writeTo(folder, name);
            ShopComponents.writeModuleTo(folder, name);
        }
        Path shop = Path.of("src/test/resources/invoke/shop.wit");
        Files.copy(shop, folder.resolve("shop.wit"));
        Files.copy(FILES.resolve("other.wit"), folder.resolve("other.wit"));
        ResolvedWit wit = new WitLoader().path(shop).load().orThrow();
        Files.write(folder.resolve("package.wasm"), ComponentEncoder.encode(WitPackageEncoder.encode(wit, wit.root())));
        byte[] component = Files.readAllBytes(folder.resolve("shop.wasm"));
        Files.write(folder.resolve("truncated.wasm"), Arrays.copyOf(component, 100));
        byte[] module = Files.readAllBytes(folder.resolve("shop.core.wasm"));
        Files.write(folder.resolve("truncated.core.wasm"), Arrays.copyOf(module, 30));
        Files.write(folder.resolve("empty.wasm"), new byte[0]);
        Files.writeString(folder.resolve("text.wasm"), "(component)");
        Files.write(folder.resolve("version.wasm"), new byte[] {0, 'a', 's', 'm', 2, 0, 0, 0});
        // It exports a function that is not there.
        Files.write(
                folder.resolve("invalid.wasm"),
                new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0, 11, 7, 1, 0, 1, 'x', 1, 7, 0});
        Files.createDirectory(folder.resolve("folder"));
    }

    static Stream<String> cases() throws IOException {
        return Cases.in(CASES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsExpected(String name) throws IOException {
        String here = folder.toString();
        var actual = new StringBuilder();
        for (String line : Cases.input(CASES, name, "commands").lines().toList()) {
            actual.append("$ ").append(line).append('\n').append(run(line.replace("{}", here)));
        }
        String text = actual.toString().replace(here, "{}").replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
        Cases.assertExpected(CASES, name, text);
    }

    private static String run(String line) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = WasmLedger.commandLine()
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.split(" ", -1));
        return "exit code %d%n--- out%n%s--- err%n%s".formatted(exitCode, out, err);
    }
}
