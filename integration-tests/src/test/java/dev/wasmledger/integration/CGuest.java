package dev.wasmledger.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.GuestTemplate;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compiles a world's {@code guest.c} with the bindings for C; the options are those of the template's own script. */
final class CGuest {

    private static final Path HELPERS = Path.of("src/test/resources/guests");

    private static final Optional<String> COMPILER = Stream.of(
                    "clang-22", "clang-21", "clang-20", "clang-19", "clang-18", "clang-17", "clang")
            .filter(CGuest::hasWasm32)
            .findFirst();

    private CGuest() {}

    private static boolean hasWasm32(String compiler) {
        try {
            Process process = new ProcessBuilder(compiler, "--print-targets").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("wasm32");
        } catch (IOException absent) {
            return false;
        }
    }

    /** The newest compiler that can do it, if there is one. */
    static Optional<String> compiler() {
        return COMPILER;
    }

    /** The component. */
    static byte[] build(Path source, ResolvedWit wit, WorldId world, Path folder) throws IOException {
        assumeTrue(COMPILER.isPresent(), "skipped: no clang with the target wasm32");
        List<GeneratedFile> files = GuestTemplate.c(wit, world).generated();
        new OutputDirectory(folder).write(files);
        Path bindings = folder.resolve("bindings");
        Path module = folder.resolve("core.wasm");
        List<String> command = new ArrayList<>(List.of(
                COMPILER.orElseThrow(),
                "--target=wasm32",
                "-std=c17",
                "-O2",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-ffreestanding",
                "-nostdlib",
                "-I" + bindings,
                "-I" + HELPERS.toAbsolutePath(),
                "-Wl,--no-entry",
                "-Wl,--gc-sections",
                "-Wl,-z,stack-size=65536",
                "-Wl,--stack-first",
                "-o",
                module.toString(),
                source.toAbsolutePath().toString()));
        files.stream()
                .map(GeneratedFile::path)
                .filter(path -> path.endsWith(".c") || path.endsWith(".s"))
                .forEach(path -> command.add(folder.resolve(path).toString()));
        Command.Result compiled = Command.run(folder, command);
        assertThat(compiled.output() + compiled.errors()).as("%s", source).isEmpty();
        return Componentizer.componentize(module.toString(), Files.readAllBytes(module));
    }
}
