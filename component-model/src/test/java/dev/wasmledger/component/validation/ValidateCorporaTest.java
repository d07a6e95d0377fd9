package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.corpus.Manifests;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The reference's valid components are valid here, and its invalid ones are not. */
class ValidateCorporaTest {

    @Test
    void componentizedAreValid() throws IOException {
        Path suite = Corpus.suite("wit-component");
        Map<String, String> failures = new TreeMap<>();
        int total = 0;
        for (Path file : Corpus.files(suite, ".wasm")) {
            if (ComponentDecoder.isComponent(Files.readAllBytes(file))) {
                total++;
                rejection(file, EnumSet.allOf(Feature.class))
                        .ifPresent(why -> failures.put(suite.relativize(file).toString(), why));
            }
        }
        Corpus.check("validate-wit-component", total, failures);
    }

    @Test
    void definitionsAreValid() throws IOException {
        Map<String, String> failures = new TreeMap<>();
        int total = 0;
        for (Manifests.Command command : Manifests.commands("module", "module_definition")) {
            if (!ComponentDecoder.isCoreModule(Files.readAllBytes(command.file()))) {
                total++;
                rejection(command.file(), EnumSet.allOf(Feature.class))
                        .ifPresent(why -> failures.put(command.name(), why));
            }
        }
        Corpus.check("validate-definitions", total, failures);
    }

    @Test
    void invalidAreRejected() throws IOException {
        Map<String, String> failures = new TreeMap<>();
        int total = 0;
        for (Manifests.Command command : Manifests.commands("assert_invalid", "assert_malformed")) {
            total++;
            if (rejection(command.file(), Feature.DEFAULT).isEmpty()) {
                failures.put(command.name(), command.text());
            }
        }
        Corpus.check("validate-invalid", total, failures);
    }

    private static Optional<String> rejection(Path file, Set<Feature> features) throws IOException {
        try {
            String name = file.toString();
            ComponentValidator.validate(name, ComponentDecoder.decode(name, Files.readAllBytes(file)), features);
            return Optional.empty();
        } catch (DiagnosticException e) {
            return Optional.of(e.diagnostics().getFirst().message());
        }
    }
}
