package dev.wasmledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wasmledger.component.binary.ByteWriter;
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
import java.util.List;
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
        Files.write(folder.resolve("described.wasm"), described(dependencies()));
        Files.write(folder.resolve("dependencies.wasm"), dependencies());
        Files.createDirectory(folder.resolve("folder"));
    }

    /** With what a registry reads; one text is no UTF-8, one would paint a terminal. */
    private static byte[] described(byte[] component) {
        return new ByteWriter()
                .raw(component)
                .raw(custom("authors", "Ada, Börje".getBytes(UTF_8)))
                .raw(custom("licenses", "Apache-2.0".getBytes(UTF_8)))
                .raw(custom("description", "sells\n\u001b[31mthings".getBytes(UTF_8)))
                .raw(custom("registry-metadata", "{}".getBytes(UTF_8)))
                .raw(custom("version", new byte[] {-1, -2}))
                .toByteArray();
    }

    private static byte[] custom(String name, byte[] data) {
        var section = new ByteWriter();
        section.u8(0).sized(() -> section.name(name).raw(data));
        return section.toByteArray();
    }

    /** Imports an instance under each form of name that says where a dependency is found. */
    private static byte[] dependencies() {
        var out = new ByteWriter();
        out.raw(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0, 7, 3, 1, 0x42, 0});
        List<String> names = List.of(
                "url=<https://example.org/a.wasm>",
                "integrity=<sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=>",
                "unlocked-dep=<a:b@{>=1.0.0}>",
                "locked-dep=<a:c@1.2.3>");
        out.u8(10).sized(() -> {
            out.u32(names.size());
            names.forEach(name -> out.u8(0).name(name).u8(5).u32(0));
        });
        return out.toByteArray();
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
