package dev.wasmledger.wit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import dev.wasmledger.wit.diagnostic.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The test data of the reference parser (wasm-tools, crates/wit-parser/tests/ui). */
class ReferenceParserSuiteTest {

    private static final String UI = "wit-parser-ui/crates/wit-parser/tests/ui";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("--> tests/ui/(\\S+):(\\d+):(\\d+)");

    @Test
    void resolvesToTheReferencesModel() throws IOException {
        Path folder = Conformance.suite(UI);
        List<Path> inputs = inputs(folder, ".wit.json");
        Map<String, String> failed = new TreeMap<>();
        for (Path input : inputs) {
            String name = folder.relativize(input).toString();
            WitResult result = load(input);
            if (result.wit().isEmpty()) {
                failed.put(name, DiagnosticRenderer.render(result.diagnostics()));
                continue;
            }
            JsonNode expected = JSON.readTree(
                    Path.of(withoutWit(input.toString()) + ".wit.json").toFile());
            String actual = new WitPrinter(result.orThrow()).printJson();
            if (!JSON.readTree(actual).equals(expected)) {
                failed.put(name, "the JSON is another one:\n" + actual);
            }
        }
        Conformance.check("wit-parser-ui.resolved", inputs.size(), failed);
    }

    @Test
    void rejectsWhatTheReferenceRejectsAtTheSamePlace() throws IOException {
        Path folder = Conformance.suite(UI);
        List<Path> inputs = inputs(folder.resolve("parse-fail"), ".wit.result");
        Map<String, String> failed = new TreeMap<>();
        for (Path input : inputs) {
            String expected = Files.readString(Path.of(withoutWit(input.toString()) + ".wit.result"));
            whatIsWrong(load(input), expected, folder)
                    .ifPresent(wrong -> failed.put(folder.relativize(input).toString(), wrong));
        }
        Conformance.check("wit-parser-ui.rejected", inputs.size(), failed);
    }

    private static Optional<String> whatIsWrong(WitResult result, String expected, Path folder) {
        if (result.wit().isPresent()) {
            return Optional.of("accepted, but the reference says: " + expected);
        }
        Matcher place = PLACE.matcher(expected);
        if (!place.find()) {
            return Optional.empty();
        }
        String wanted = folder.resolve(place.group(1)) + ":" + place.group(2) + ":" + place.group(3);
        Diagnostic first = result.diagnostics().getFirst();
        boolean same = first.primary() instanceof Span span && span.toString().equals(wanted);
        return same
                ? Optional.empty()
                : Optional.of("expected " + wanted + "\n" + DiagnosticRenderer.render(result.diagnostics()) + "\n"
                        + expected);
    }

    private static WitResult load(Path input) {
        return new WitLoader().path(input).features(Set.of("active")).load();
    }

    /** The inputs with an expectation beside them: a file, or a folder of that name. */
    private static List<Path> inputs(Path folder, String expectation) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::toString)
                    .filter(name -> name.endsWith(expectation))
                    .map(name -> name.substring(0, name.length() - expectation.length()))
                    .sorted()
                    .flatMap(name -> input(name).stream())
                    .toList();
        }
    }

    /** There are expectations without an input. */
    private static Optional<Path> input(String name) {
        return Stream.of("", ".wit", ".wat")
                .map(ending -> Path.of(name + ending))
                .filter(Files::exists)
                .findFirst();
    }

    private static String withoutWit(String name) {
        return name.replaceFirst("\\.(wit|wat)$", "");
    }
}
