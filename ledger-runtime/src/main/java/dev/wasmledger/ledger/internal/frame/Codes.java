package dev.wasmledger.ledger.internal.frame;

/**
 * The cases of the contract's enumerations as bytes: their places in the contract. A case may only ever be added at an
 * enumeration's end without a new number for the log's format; the test of the format holds all of them.
 */
final class Codes {

    private Codes() {}

    @SuppressWarnings("EnumOrdinal") // the format says so
    static int of(Enum<?> value) {
        return value.ordinal();
    }

    /** The case with that code. */
    static <E extends Enum<E>> E value(E[] cases, int code) {
        if (code >= cases.length) {
            throw new MalformedFrameException("has the code " + code + ", which means nothing");
        }
        return cases[code];
    }
}
