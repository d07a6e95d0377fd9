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
    static <E extends Enum<E>> E value(E[] cases, long code) {
        if (code < 0 || code >= cases.length) {
            throw new MalformedFrameException("has the code " + Long.toUnsignedString(code) + ", which means nothing");
        }
        return cases[(int) code];
    }

    /** Makes sure that all flags of a word are among those that there are. */
    static void checkFlags(long word, long known) {
        if (word != known) {
            throw new MalformedFrameException("has flags of which one means nothing: " + Long.toBinaryString(word));
        }
    }
}
