package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worlds that other bindings generators are tested with: host and guest bindings of each compile. */
class CodegenCorpusTest {

    /** One compilation for all: a case's bindings for hosts, or for one of its worlds as a guest. */
    private record Unit(String name, String basePackage, ResolvedWit wit, Optional<WorldId> guest) {

        List<GeneratedFile> files() {
            return guest.isPresent()
                    ? Wit.guestWithoutGlue(wit, guest.get(), basePackage)
                    : Bindgen.generate(BindgenRequest.host(wit, basePackage));
        }
    }

    private final Map<String, String> failures = new TreeMap<>();
    private final List<Unit> units = new ArrayList<>();

    @Test
    void bindingsOfEveryWorldCompile(@TempDir Path temporary) throws IOException {
        Corpus corpus = Corpus.find();
        corpus.cases().forEach(this::addUnits);
        Map<Unit, List<GeneratedFile>> files = new LinkedHashMap<>();
        units.forEach(unit -> generate(unit, unit::files, files));
        compile(files, temporary.resolve("classes"));
        try (URLClassLoader loader = Sources.loader(temporary.resolve("classes"))) {
            Map<Unit, List<GeneratedFile>> glue = new LinkedHashMap<>();
            files.forEach((unit, interfaces) -> unit.guest()
                    .ifPresent(world -> generate(
                            unit,
                            () -> Wit.withGlue(unit.wit(), world, unit.basePackage(), interfaces, loader),
                            glue)));
            compile(glue, temporary.resolve("glue"));
        }
        corpus.report("wit-bindgen-codegen", failures.keySet());
        assertThat(failures).isEmpty();
    }

    private void addUnits(Corpus.Case one) {
        ResolvedWit wit = Wit.load(one.path());
        units.add(new Unit(one.name(), "u" + units.size(), wit, Optional.empty()));
        for (int i = 0; i < wit.worlds().size(); i++) {
            units.add(new Unit(one.name(), "u" + units.size(), wit, Optional.of(new WorldId(i))));
        }
    }

    private void generate(Unit unit, Supplier<List<GeneratedFile>> source, Map<Unit, List<GeneratedFile>> files) {
        try {
            List<GeneratedFile> generated = source.get();
            List<String> long120 = Sources.tooLong(generated);
            if (long120.isEmpty()) {
                files.put(unit, generated);
            } else {
                failures.put(unit.name(), "too long: " + long120.get(0));
            }
        } catch (DiagnosticException refused) {
            failures.put(
                    unit.name(),
                    refused.diagnostics().stream()
                            .map(diagnostic -> diagnostic.message())
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Compiles all; takes out units that do not compile, and goes on with the others. */
    private void compile(Map<Unit, List<GeneratedFile>> files, Path classes) throws IOException {
        Files.createDirectories(classes);
        while (true) {
            List<String> messages = Sources.compile(
                    files.values().stream().flatMap(List::stream).toList(), classes);
            if (messages.isEmpty()) {
                return;
            }
            int before = files.size();
            for (Unit unit : List.copyOf(files.keySet())) {
                messages.stream()
                        .filter(message -> message.startsWith("/" + unit.basePackage() + "/"))
                        .findFirst()
                        .ifPresent(message -> {
                            failures.putIfAbsent(unit.name(), message.replaceAll("\\s+", " "));
                            files.remove(unit);
                        });
            }
            assertThat(files.size()).as("%s", messages).isLessThan(before);
        }
    }
}
