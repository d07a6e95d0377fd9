package dev.wasmledger.component.wit;

import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The reference's folder of WIT whose dependencies have every form that there is. */
final class KindsOfDeps {

    private KindsOfDeps() {}

    /** A copy of it in which the dependency in WebAssembly text, which is not read, stands in binary form. */
    static Path inBinary(Path source, Path into) {
        Path copy = into.resolve("kinds-of-deps");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().endsWith(".wat")) {
                    Files.copy(file, target);
                }
            }
            Files.write(copy.resolve("deps/d.wasm"), binary("package d:d; interface d {}"));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] binary(String text) {
        ResolvedWit wit = new WitLoader().text("d.wit", text).load().orThrow();
        return ComponentEncoder.encode(WitPackageEncoder.encode(wit, wit.root()));
    }
}
