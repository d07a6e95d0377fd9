package dev.wasmledger.component.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    /** The kinds of section; each with its id. */
    public enum Kind {
        CUSTOM(0),
        CORE_MODULE(1),
        CORE_INSTANCE(2),
        CORE_TYPE(3),
        COMPONENT(4),
        INSTANCE(5),
        ALIAS(6),
        TYPE(7),
        CANON(8),
        START(9),
        IMPORT(10),
        EXPORT(11),
        VALUE(12);

        private final int id;

        Kind(int id) {
            this.id = id;
        }

        public int id() {
            return id;
        }

        /** The kind with that id. */
        public static Optional<Kind> of(int id) {
            return Arrays.stream(values()).filter(kind -> kind.id == id).findFirst();
        }

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
