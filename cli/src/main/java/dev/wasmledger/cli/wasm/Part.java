package dev.wasmledger.cli.wasm;

import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.composer.Digest;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A component or core module, and what lies in it.
 *
 * @param index among its like within the part around it; 0 for the whole file
 * @param name that somebody gave it
 * @param offset of its first byte in the file
 * @param bytes how many it has
 * @param problem why it is not valid; components inside another one are judged with it
 * @param annotations what people are told about it: {@code description}, {@code licenses} and the like
 * @param parts the core modules and components in it, in order
 */
public record Part(
        Kind kind,
        int index,
        Optional<String> name,
        int offset,
        int bytes,
        Digest digest,
        Optional<Diagnostic> problem,
        List<Extern> imports,
        List<Extern> exports,
        Optional<Producers> producers,
        List<Annotation> annotations,
        List<SectionLine> sections,
        List<Part> parts) {

    /** What a part is. */
    public enum Kind {
        COMPONENT("component"),
        WIT_PACKAGE("WIT package"),
        CORE_MODULE("core module");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * An import or export.
     *
     * @param attributes {@code implements "wasi:clocks/wall-clock"} and the like
     * @param type in one line
     */
    public record Extern(String name, List<String> attributes, String type) {}

    /** A custom section that holds a text for people. */
    public record Annotation(String name, String text) {}

    /**
     * A section.
     *
     * @param kind what it holds
     * @param name of a custom section
     * @param definitions how many there are in it, if it holds a row of them
     */
    public record SectionLine(
            String kind, Optional<String> name, Optional<Integer> definitions, int offset, int bytes) {}
}
