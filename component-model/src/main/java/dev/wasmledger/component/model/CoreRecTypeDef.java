package dev.wasmledger.component.model;

import java.util.List;

/**
 * Core types that may refer to each other; each of them gets an index.
 *
 * @param explicit whether it was written as a recursion group, which a single type need not be
 */
public record CoreRecTypeDef(boolean explicit, List<SubType> types) implements CoreTypeDef {

    public CoreRecTypeDef {
        types = List.copyOf(types);
    }

    /**
     * A core type.
     *
     * @param form how it was written: as the bare composite type, or as {@code sub} or {@code sub final}
     */
    public record SubType(Form form, List<Index.CoreType> supertypes, boolean shared, CompType type) {

        public SubType {
            supertypes = List.copyOf(supertypes);
        }
    }

    /** The binary forms of a core {@code subtype}. */
    public enum Form {
        BARE,
        SUB,
        SUB_FINAL
    }
}
