package dev.wasmledger.component.model;

/** An option of a canonical definition (Binary.md, {@code canonopt}). */
public sealed interface CanonOpt {

    record StringEncoding(Encoding encoding) implements CanonOpt {}

    record Memory(Index.CoreMemory memory) implements CanonOpt {}

    record Realloc(Index.CoreFunc func) implements CanonOpt {}

    record PostReturn(Index.CoreFunc func) implements CanonOpt {}

    record Async() implements CanonOpt {}

    record Callback(Index.CoreFunc func) implements CanonOpt {}

    /** {@code (core-type t)}, of the GC ABI: what the reference implementation has ahead of the specification. */
    record CoreType(Index.CoreType type) implements CanonOpt {}

    /** {@code gc}, of the GC ABI. */
    record Gc() implements CanonOpt {}

    /** The string encodings, each with the option's byte. */
    enum Encoding {
        UTF8(0x00),
        UTF16(0x01),
        LATIN1_UTF16(0x02);

        private final int code;

        Encoding(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
