package dev.wasmledger.bindgen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The WIT that other bindings generators are tested with: a case is a file, or a folder with a package and what it depends
 * on.
 *
 * @param files how many files of WIT there are in all cases
 */
record Corpus(List<Case> cases, int files) {

    /**
     * A case.
     *
     * @param name of its file or folder
     * @param path what is to be loaded
     * @param files of WIT that are loaded then
     */
    record Case(String name, Path path, int files) {

        static Case of(Path path) {
            Path wit = Files.isDirectory(path) ? path.resolve("wit") : path;
            return new Case(path.getFileName().toString(), wit, witFiles(wit));
        }
    }

    /** All of it; the test that calls this is skipped where it is absent. */
    static Corpus find() throws IOException {
        Path folder = Path.of(System.getProperty("conformance.dir"), "wit-bindgen-codegen/tests/codegen");
        if (System.getenv("CI") == null) {
            assumeTrue(Files.isDirectory(folder), "no conformance data");
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return new Corpus(paths.sorted().map(Case::of).toList(), witFiles(folder));
        }
    }

    /** Says how many files are in cases that did not fail. */
    void report(String what, Set<String> failed) {
        int passed = cases.stream()
                .filter(one -> !failed.contains(one.name()))
                .mapToInt(Case::files)
                .sum();
        System.out.printf("%s: %d of %d files%n", what, passed, files);
    }

    private static int witFiles(Path path) {
        try (Stream<Path> paths = Files.walk(path)) {
            return (int) paths.filter(file -> file.toString().endsWith(".wit")).count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
