package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Printing, over all the WIT of the reference projects: what is printed reads as the same model, and prints as the same
 * text.
 */
class PrinterSuitesTest {

    private static final String PARSER_UI = "wit-parser-ui/crates/wit-parser/tests/ui";
    private static final String INTERFACES = "wit-component/crates/wit-component/tests/interfaces";

    @Test
    void parserUiPrintsToAFixpoint() throws IOException {
        Path folder = Conformance.suite(PARSER_UI);
        checkFixpoint("wit-parser-ui.printed", folder, entries(folder, "parse-fail", "kinds-of-deps"));
    }

    @Test
    void bindgenInputsPrintToAFixpoint() throws IOException {
        Path folder = Conformance.suite("wit-bindgen-codegen");
        checkFixpoint("wit-bindgen-codegen.printed", folder, entries(codegen(folder)));
    }

    @Test
    void wasiPrintsToAFixpoint() throws IOException {
        Path folder = Conformance.suite("wasi-wit");
        List<Path> roots = roots(folder);
        Map<String, String> failed = new TreeMap<>();
        for (Path root : roots) {
            whatIsWrong(loadWasi(folder, root))
                    .ifPresent(wrong -> failed.put(folder.relativize(root).toString(), wrong));
        }
        Conformance.check("wasi-wit.printed", roots.size(), failed);
    }

    @Test
    void everyWorldOfWasiStandsAlone() throws IOException {
        Path folder = Conformance.suite("wasi-wit");
        Map<String, String> failed = new TreeMap<>();
        int worlds = 0;
        for (Path root : roots(folder)) {
            ResolvedWit wit = loadWasi(folder, root).orThrow();
            for (int i = 0; i < wit.worlds().size(); i++) {
                var world = new WorldId(i);
                worlds++;
                whatIsWrong(wit.only(world))
                        .ifPresent(wrong -> failed.put(folder.relativize(root) + " " + wit.worldName(world), wrong));
            }
        }
        Conformance.check("wasi-wit.worlds", worlds, failed);
    }

    @Test
    void interfacesPrintAsTheReferencePrintsThem() throws IOException {
        Path folder = Conformance.suite(INTERFACES);
        List<Path> inputs = entries(folder);
        Map<String, String> failed = new TreeMap<>();
        int cases = 0;
        for (Path input : inputs) {
            WitResult result = load(input);
            if (result.wit().isEmpty()) {
                failed.put(folder.relativize(input).toString(), DiagnosticRenderer.render(result.diagnostics()));
                continue;
            }
            ResolvedWit wit = result.orThrow();
            String expected = Files.readString(printed(input, wit));
            String actual = new WitPrinter(wit).print(wit.root());
            cases++;
            if (!actual.equals(expected)) {
                failed.put(folder.relativize(input).toString(), "expected:\n" + expected + "\nbut was:\n" + actual);
            }
        }
        Conformance.check("wit-component-interfaces.printed", cases, failed);
    }

    private static Path printed(Path input, ResolvedWit wit) {
        String name = input.getFileName().toString();
        return Files.isDirectory(input)
                ? input.resolve(wit.get(wit.root()).name().name() + ".wit.print")
                : input.resolveSibling(name + ".print");
    }

    private static void checkFixpoint(String list, Path folder, List<Path> inputs) {
        Map<String, String> failed = new TreeMap<>();
        for (Path input : inputs) {
            whatIsWrong(load(input))
                    .ifPresent(wrong -> failed.put(folder.relativize(input).toString(), wrong));
        }
        Conformance.check(list, inputs.size(), failed);
    }

    private static Optional<String> whatIsWrong(WitResult first) {
        return first.wit().isEmpty()
                ? Optional.of(DiagnosticRenderer.render(first.diagnostics()))
                : whatIsWrong(first.orThrow());
    }

    private static Optional<String> whatIsWrong(ResolvedWit first) {
        String once = new WitPrinter(first).printAll();
        WitResult second =
                new WitLoader().text("printed.wit", once).allFeatures().load();
        if (second.wit().isEmpty()) {
            return Optional.of(DiagnosticRenderer.render(second.diagnostics()) + "\n" + once);
        }
        String twice = new WitPrinter(second.orThrow()).printAll();
        if (!once.equals(twice)) {
            return Optional.of("first:\n" + once + "\nthen:\n" + twice);
        }
        return firstDifference(ModelDump.of(first), ModelDump.of(second.orThrow()));
    }

    /** The proposals lie side by side instead of in each other's `deps`. */
    private static WitResult loadWasi(Path suite, Path root) throws IOException {
        var loader = new WitLoader().allFeatures();
        Path proposals = suite.resolve("proposals");
        if (root.startsWith(proposals)) {
            roots(proposals).forEach(loader::library);
        }
        return loader.path(root).load();
    }

    private static Optional<String> firstDifference(String model, String again) {
        List<String> left = model.lines().toList();
        List<String> right = again.lines().toList();
        return IntStream.range(0, Math.max(left.size(), right.size()))
                .filter(i ->
                        i >= left.size() || i >= right.size() || !left.get(i).equals(right.get(i)))
                .mapToObj(i -> "the model has\n"
                        + left.subList(Math.min(i, left.size()), left.size()).stream()
                                .findFirst() + "\nand read again\n"
                        + right.subList(Math.min(i, right.size()), right.size()).stream()
                                .findFirst())
                .findFirst();
    }

    private static WitResult load(Path input) {
        Path wit = input.resolve("wit");
        return new WitLoader()
                .path(Files.isDirectory(wit) ? wit : input)
                .features(Set.of("active"))
                .load();
    }

    /** The .wit files and the folders directly in a folder. */
    private static List<Path> entries(Path folder, String... without) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            Files.isDirectory(entry) || entry.toString().endsWith(".wit"))
                    .filter(entry ->
                            !List.of(without).contains(entry.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static Path codegen(Path suite) throws IOException {
        try (Stream<Path> paths = Files.walk(suite)) {
            return paths.filter(path -> path.getFileName().toString().equals("codegen"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The folders that hold .wit files and are no dependency of another one. */
    private static List<Path> roots(Path suite) throws IOException {
        List<Path> roots = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(suite)) {
            paths.filter(Files::isDirectory)
                    .filter(path -> !path.toString().contains("/deps"))
                    .filter(PrinterSuitesTest::holdsWit)
                    .sorted()
                    .forEach(roots::add);
        }
        return roots;
    }

    private static boolean holdsWit(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(entry -> entry.toString().endsWith(".wit"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
