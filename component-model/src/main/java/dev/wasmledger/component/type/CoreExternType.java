package dev.wasmledger.component.type;

import java.util.OptionalLong;

/** The type of an import or export of a core module. */
public sealed interface CoreExternType {

    /** A function. */
    record Func(CoreSubType declared) implements CoreExternType {

        /** Of a type that is a recursion group of its own. */
        public Func(CoreFuncType type) {
            this(CoreSubType.of(type));
        }

        public CoreFuncType type() {
            return (CoreFuncType) declared.composite();
        }
    }

    /** A table. */
    record Table(CoreRefType element, Limits limits) implements CoreExternType {}

    /** A linear memory; its limits count pages. */
    record Memory(Limits limits, OptionalLong pageSizeLog2) implements CoreExternType {}

    /** A global variable. */
    record Global(CoreValType type, boolean mutable) implements CoreExternType {}

    /** An exception tag. */
    record Tag(CoreSubType declared) implements CoreExternType {

        public CoreFuncType type() {
            return (CoreFuncType) declared.composite();
        }
    }

    /**
     * The size of a table or memory, as the core specification's {@code limits}.
     *
     * @param is64 whether its addresses are 64-bit numbers
     */
    record Limits(boolean is64, boolean shared, long minimum, OptionalLong maximum) {}
}
