package dev.wasmledger.component.model;

/** An option of a canonical definition (Binary.md, {@code canonopt}). */
public sealed interface CanonOpt {

    record StringEncoding(Encoding encoding) implements CanonOpt {}

    record Memory(Index.CoreMemory memory) implements CanonOpt {}

    record Realloc(Index.CoreFunc func) implements CanonOpt {}

    record PostReturn(Index.CoreFunc func) implements CanonOpt {}

    record Async() implements CanonOpt {}

    record Callback(Index.CoreFunc func) implements CanonOpt {}

    /** The string encodings; the ordinal is the option's byte. */
    enum Encoding {
        UTF8,
        UTF16,
        LATIN1_UTF16
    }
}
