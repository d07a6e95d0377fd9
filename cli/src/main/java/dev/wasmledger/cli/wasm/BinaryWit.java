package dev.wasmledger.cli.wasm;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.CoreSection;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.component.wit.ComponentTypeSection;
import dev.wasmledger.component.wit.WitDecoder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The WIT of WebAssembly that is no WIT package: a component's own world, or the one that a core module is for. */
public final class BinaryWit {

    private BinaryWit() {}

    /**
     * The world that a file has; nothing if the file is a WIT package or no WebAssembly, which the loader of WIT reads.
     *
     * @throws DiagnosticException if the file is not valid, or has no world that WIT has words for
     */
    public static Optional<ResolvedWit> worldOf(Path path) {
        if (!isWebAssembly(path)) {
            return Optional.empty();
        }
        WasmFile file = WasmFile.read(path);
        if (file.isCoreModule()) {
            return Optional.of(embedded(file));
        }
        ValidatedComponent component = validate(file.name(), file.bytes());
        return WitDecoder.isPackage(component.type())
                ? Optional.empty()
                : Optional.of(WitDecoder.decode(file.name(), component));
    }

    /** The same as if it had been read from text: its JSON form tells things apart by their places. */
    public static ResolvedWit asText(Path path, ResolvedWit wit) {
        String text = new WitPrinter(wit).printAll();
        return new WitLoader().text(path.toString(), text).allFeatures().load().orThrow();
    }

    private static boolean isWebAssembly(Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(CoreSection.PREAMBLE_BYTES);
            return ComponentDecoder.isComponent(start) || ComponentDecoder.isCoreModule(start);
        } catch (IOException unreadable) {
            // The loader says why.
            return false;
        }
    }

    private static ResolvedWit embedded(WasmFile file) {
        List<byte[]> sections = CoreSection.of(file.name(), file.bytes()).stream()
                .flatMap(section -> section.custom().stream())
                .filter(custom -> ComponentTypeSection.isNamed(custom.name()))
                .map(CustomSection::data)
                .map(data -> data.toByteArray())
                .toList();
        if (sections.size() != 1) {
            String message = "this core module has " + (sections.isEmpty() ? "no" : "more than one") + " section `"
                    + ComponentTypeSection.NAME + "` that says its world";
            throw new DiagnosticException(Diagnostic.error("FILE0006", message, new WholeFile(file.name()))
                    .withHint("`wasmledger embed` writes one"));
        }
        String name = file.name() + ":" + ComponentTypeSection.NAME;
        ComponentTypeSection.decode(name, sections.getFirst());
        return WitDecoder.decode(name, validate(name, sections.getFirst()));
    }

    private static ValidatedComponent validate(String name, byte[] bytes) {
        return ComponentValidator.validate(name, ComponentDecoder.decode(name, bytes), Features.ALL);
    }
}
