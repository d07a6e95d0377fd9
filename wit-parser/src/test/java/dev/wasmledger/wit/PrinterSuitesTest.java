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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Printing, over all the WIT of the reference projects: printing what was printed changes nothing. */
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
        // The proposals lie side by side instead of in each other's `deps`.
        List<Path> roots = roots(folder);
        List<Path> proposals = roots.stream()
                .filter(root -> root.startsWith(folder.resolve("proposals")))
                .toList();
        Map<String, String> failed = new TreeMap<>();
        for (Path root : roots) {
            var loader = new WitLoader().allFeatures();
            if (proposals.contains(root)) {
                proposals.forEach(loader::library);
            }
            whatIsWrong(loader.path(root).load())
                    .ifPresent(wrong -> failed.put(folder.relativize(root).toString(), wrong));
        }
        Conformance.check("wasi-wit.printed", roots.size(), failed);
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
        if (first.wit().isEmpty()) {
            return Optional.of(DiagnosticRenderer.render(first.diagnostics()));
        }
        String once = new WitPrinter(first.orThrow()).printAll();
        WitResult second =
                new WitLoader().text("printed.wit", once).allFeatures().load();
        if (second.wit().isEmpty()) {
            return Optional.of(DiagnosticRenderer.render(second.diagnostics()) + "\n" + once);
        }
        String twice = new WitPrinter(second.orThrow()).printAll();
        return once.equals(twice) ? Optional.empty() : Optional.of("first:\n" + once + "\nthen:\n" + twice);
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
