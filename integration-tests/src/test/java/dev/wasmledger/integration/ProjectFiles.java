package dev.wasmledger.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the project's own files lie, seen from this module's tests. */
final class ProjectFiles {

    private ProjectFiles() {}

    /** The checkout's root. */
    static Path root() {
        return Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
    }

    /** The command as one jar, which the module before this one has packaged. */
    static Path commandJar() {
        return root().resolve("cli/target/wasmledger.jar");
    }

    /** Copies a sample's own files, without what a run has left in it, and gives the copy's folder. */
    static Path copySample(String name, Path into) {
        Path source = root().resolve("samples").resolve(name);
        Path copy = into.resolve(name);
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectories(copy);
            for (Path file : files.filter(ProjectFiles::isSource).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.equals("ledger.wasm") && !name.equals("ledger.lock");
    }
}
