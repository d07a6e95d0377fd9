package dev.wasmledger.runtime.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The reference implementation's own cases: what it accepts is accepted and printed as it prints it; what it rejects is
 * rejected with a diagnostic at the place that it names. Where we point elsewhere stands in {@code wave-elsewhere.txt}, with
 * the reason.
 */
class WaveCorpusTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("conformance.dir"), "wasm-wave", "crates", "wasm-wave", "tests", "ui");
    private static final Pattern PLACE = Pattern.compile(" at (\\d+)\\.\\.(\\d+)$");
    private static final String ACCEPTED = "accepted ";
    private static final String UNKNOWN_FUNCTION = "unknown test func";

    private Map<String, FuncType> functions = Map.of();

    @BeforeAll
    static void requireCorpus() {
        boolean present = Files.isDirectory(FOLDER);
        assertThat(present || !Boolean.parseBoolean(System.getenv("CI")))
                .as("CI needs the corpus in %s", FOLDER)
                .isTrue();
        assumeTrue(present, "no corpus in " + FOLDER);
    }

    @Test
    void readsAndPrintsAsTheReferenceDoes() throws IOException {
        functions = WitFunctions.in(FOLDER.resolve("ui.wit"));
        Map<String, String> listed = elsewhere();
        var unexpected = new ArrayList<String>();
        int cases = 0;
        int failed = 0;
        for (Path file : files()) {
            List<String> inputs = inputs(Files.readString(file));
            String name = file.getFileName().toString().replace(".waves", "");
            List<String> expected = Files.readString(file.resolveSibling(name + ".out"))
                    .lines()
                    .filter(line -> !line.startsWith("//"))
                    .toList();
            assertThat(inputs).as(name).hasSameSizeAs(expected);
            for (int i = 0; i < inputs.size(); i++) {
                cases++;
                String at = name + " " + (i + 1);
                Optional<String> failure = failure(inputs.get(i), expected.get(i));
                failed += failure.isPresent() ? 1 : 0;
                boolean accepted = failure.isPresent() && failure.get().startsWith(ACCEPTED);
                if (failure.isPresent() && (listed.remove(at) == null || accepted)) {
                    unexpected.add(at + ": " + inputs.get(i) + "\n" + failure.get());
                }
            }
        }
        System.out.println((cases - unexpected.size()) + " of " + cases + " WAVE cases pass, " + (cases - failed)
                + " of them with the reference's own place");
        assertThat(unexpected).as("cases that fail and are not listed").isEmpty();
        assertThat(listed).as("listed cases that pass").isEmpty();
    }

    private Optional<String> failure(String input, String expected) {
        var source = new SourceFile("case", input);
        try {
            WaveCall call = WaveCall.parse(source);
            FuncType type = functions.get(shortName(call.function().text()));
            if (type == null || expected.startsWith(UNKNOWN_FUNCTION)) {
                return type == null && expected.startsWith(UNKNOWN_FUNCTION)
                        ? Optional.empty()
                        : Optional.of("expected " + expected);
            }
            String printed = printed(call, type);
            return printed.equals(expected)
                    ? Optional.empty()
                    : Optional.of(ACCEPTED + "as %s%nexpected    %s".formatted(printed, expected));
        } catch (DiagnosticException rejected) {
            Matcher place = PLACE.matcher(expected);
            return place.find() && pointsAt(rejected, input, place)
                    ? Optional.empty()
                    : Optional.of("expected %s%nbut was%n%s".formatted(expected, rejected.getMessage()));
        }
    }

    private static String printed(WaveCall call, FuncType type) {
        List<Val> values = call.arguments(type.params());
        var printed = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            var param = type.params().get(i);
            printed.add(param.label() + ": " + Wave.print(values.get(i), param.type()));
        }
        return call.function().text() + "(" + String.join(", ", printed) + ")";
    }

    /** Whether a diagnostic marks some of the bytes that the reference names. */
    private static boolean pointsAt(DiagnosticException rejected, String input, Matcher place) {
        int start = Integer.parseInt(place.group(1));
        int end = Math.max(start + 1, Integer.parseInt(place.group(2)));
        return rejected.diagnostics().stream()
                .map(Diagnostic::primary)
                .map(Span.class::cast)
                .anyMatch(span -> bytes(input, span.start()) < end
                        && Math.max(bytes(input, span.end()), bytes(input, span.start()) + 1) > start);
    }

    private static int bytes(String input, int offset) {
        return input.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The corpus calls a function by its name, with or without its interface, package and version. */
    private static String shortName(String name) {
        String inPackage = name.startsWith("ui:tests/") ? name.substring("ui:tests/".length()) : name;
        String plain = inPackage.equals(name) ? name : inPackage.replaceFirst("@0\\.1\\.0$", "");
        return plain.contains(".") ? plain : "ui." + plain;
    }

    private static List<String> inputs(String text) {
        return Stream.of(text.split(";\n", -1))
                .map(input -> input.replaceFirst(";$", ""))
                .map(input -> input.replaceFirst("\\A(\\s*//[^\n]*\n)+", ""))
                .map(input -> input.replaceFirst("\\A\\s+", ""))
                .filter(input -> !input.isBlank())
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".waves"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> elsewhere() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (var in = WaveCorpusTest.class.getResourceAsStream("/wave-elsewhere.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int reason = line.indexOf(": ");
                listed.put(line.substring(0, reason), line.substring(reason + 2));
            });
        }
        return listed;
    }
}
