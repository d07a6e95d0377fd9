package dev.wasmledger.component.model;

import java.util.List;

/**
 * A section: definitions of one kind. How a component cuts its definitions into sections means nothing, but is kept, so
 * that encoding gives the bytes that were decoded.
 *
 * @param offset of the section's first byte in the binary; 0 where it comes from no binary
 */
public record Section(Kind kind, int offset, List<Entry> entries) {

    public Section {
        entries = List.copyOf(entries);
    }

    /** The kinds of section; the ordinal is the section's id. */
    public enum Kind {
        CUSTOM,
        CORE_MODULE,
        CORE_INSTANCE,
        CORE_TYPE,
        COMPONENT,
        INSTANCE,
        ALIAS,
        TYPE,
        CANON,
        START,
        IMPORT,
        EXPORT,
        VALUE;

        /** Whether the section holds a vector of definitions, rather than exactly one. */
        public boolean isVector() {
            return switch (this) {
                case CUSTOM, CORE_MODULE, COMPONENT, START -> false;
                default -> true;
            };
        }
    }

    /**
     * A definition with its place.
     *
     * @param offset of the definition's first byte in the binary; 0 where it comes from no binary
     */
    public record Entry(int offset, Definition definition) {}
}
