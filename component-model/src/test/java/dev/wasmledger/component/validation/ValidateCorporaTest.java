package dev.wasmledger.component.validation;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.corpus.Manifests;
import dev.wasmledger.component.reference.ReferenceReasons;
import dev.wasmledger.component.reference.ReferenceScripts;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                rejection(file, Features.ALL)
                        .ifPresent(why -> failures.put(suite.relativize(file).toString(), why.message()));
            }
        }
        Corpus.check("validate-wit-component", total, failures);
    }

    @Test
    void definitionsAreValid() throws IOException {
        Map<String, String> failures = new TreeMap<>();
        List<Manifests.Command> commands = Manifests.commands("module", "module_definition");
        for (Manifests.Command command : commands) {
            rejection(command.file(), ReferenceScripts.features(command.manifest()))
                    .ifPresent(why -> failures.put(command.name(), why.message()));
        }
        Corpus.check("validate-definitions", commands.size(), failures);
    }

    /** Rejected, and for the reason that the script has for it. */
    @Test
    void invalidAreRejectedForTheRightReason() throws IOException {
        Map<String, String> failures = new TreeMap<>();
        List<Manifests.Command> commands = Manifests.commands("assert_invalid", "assert_malformed");
        for (Manifests.Command command : commands) {
            String found = rejection(command.file(), ReferenceScripts.features(command.manifest()))
                    .map(why -> why.id() + " " + why.message())
                    .orElse("accepted");
            if (!ReferenceReasons.explains(found.substring(0, "CMP0000".length()), command.text())) {
                failures.put(command.name(), "expected " + command.text() + ", but " + found);
            }
        }
        Corpus.check("validate-invalid", commands.size(), failures);
    }

    private static Optional<Diagnostic> rejection(Path file, Features features) throws IOException {
        String name = file.toString();
        byte[] bytes = Files.readAllBytes(file);
        try {
            if (ComponentDecoder.isCoreModule(bytes)) {
                CoreModules.typeOf(new ByteOffset(name, 0), bytes, features);
            } else {
                ComponentValidator.validate(name, ComponentDecoder.decode(name, bytes), features);
            }
            return Optional.empty();
        } catch (DiagnosticException e) {
            return Optional.of(e.diagnostics().getFirst());
        }
    }
}
