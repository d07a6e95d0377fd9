package dev.wasmledger.runtime.internal.core;

/** What a core instance exports and imports. Everything but a function stays the engine's own business. */
public sealed interface CoreExtern {

    /** A function; {@code callable} implements the interface of {@code signature}. */
    record Function(CoreSignature signature, CoreCallable callable) implements CoreExtern {}

    /** A memory. Shared memories have no {@link ArrayMemory} and cannot be used by canonical functions. */
    record Memory(Object engineMemory) implements CoreExtern {}

    record Table(Object engineTable) implements CoreExtern {}

    record Global(Object engineGlobal) implements CoreExtern {}

    record Tag(Object engineTag) implements CoreExtern {}
}
