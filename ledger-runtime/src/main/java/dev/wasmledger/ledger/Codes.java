package dev.wasmledger.ledger;

/** Numbers that the contract has as {@code u16}. */
final class Codes {

    private static final int END = 1 << Short.SIZE;

    private Codes() {}

    /**
     * The bits of a code.
     *
     * @throws IllegalArgumentException if it is not from 0 to 65535
     */
    static short checked(int code) {
        if (code < 0 || code >= END) {
            throw new IllegalArgumentException("a code is a number from 0 to 65535, and " + code + " is none");
        }
        return (short) code;
    }
}
