package dev.wasmledger.bindgen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A C compiler with the target wasm32, if this machine has one. */
record Clang(String command) {

    private static final int NEWEST = 22;
    private static final int OLDEST = 17;

    /** The newest one in PATH. */
    static Optional<Clang> find() {
        Stream<String> versions = IntStream.iterate(NEWEST, version -> version >= OLDEST, version -> version - 1)
                .mapToObj(version -> "clang-" + version);
        return Stream.concat(versions, Stream.of("clang"))
                .filter(Clang::hasWasm32)
                .map(Clang::new)
                .findFirst();
    }

    private static boolean hasWasm32(String command) {
        try {
            return Tools.run(Path.of("."), List.of(command, "--print-targets")).contains("wasm32");
        } catch (IOException absent) {
            return false;
        }
    }

    /** Compiles sources as strictly as a user may; gives what the compiler has to say. */
    String compile(Path folder, Path include, List<Path> sources) throws IOException {
        Stream<String> options = Stream.of(
                command,
                "--target=wasm32",
                "-std=c17",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-ffreestanding",
                "-fsyntax-only",
                "-I" + include);
        return Tools.run(
                folder,
                Stream.concat(options, sources.stream().map(Path::toString)).toList());
    }
}
