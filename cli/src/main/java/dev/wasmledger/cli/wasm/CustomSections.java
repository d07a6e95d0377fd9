package dev.wasmledger.cli.wasm;

import dev.wasmledger.cli.wasm.Part.Annotation;
import dev.wasmledger.component.metadata.Names;
import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the custom sections of one part tell. A malformed one tells nothing: it makes nothing invalid. */
final class CustomSections {

    /** Sections that hold a text: those that registries read (OCI annotations), and the older one in JSON. */
    private static final Set<String> ANNOTATIONS = Set.of(
            "authors", "description", "homepage", "licenses", "registry-metadata", "revision", "source", "version");

    private final List<CustomSection> sections;

    CustomSections(List<CustomSection> sections) {
        this.sections = sections;
    }

    Optional<Producers> producers() {
        return find(Producers.SECTION, content -> Producers.decode(Producers.SECTION, content));
    }

    Names componentNames() {
        return find(Names.COMPONENT_SECTION, content -> Names.ofComponent(Names.COMPONENT_SECTION, content))
                .orElse(Names.NONE);
    }

    Names moduleNames() {
        return find(Names.MODULE_SECTION, content -> Names.ofModule(Names.MODULE_SECTION, content))
                .orElse(Names.NONE);
    }

    List<Annotation> annotations() {
        return sections.stream()
                .filter(section -> ANNOTATIONS.contains(section.name()))
                .map(section -> new Annotation(section.name(), text(section.data())))
                .toList();
    }

    private <T> Optional<T> find(String name, Function<byte[], T> decode) {
        for (CustomSection section : sections) {
            if (section.name().equals(name)) {
                try {
                    return Optional.of(decode.apply(section.data().toByteArray()));
                } catch (DiagnosticException malformed) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Bytes data) {
        return new String(data.toByteArray(), StandardCharsets.UTF_8);
    }
}
