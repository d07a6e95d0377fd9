package dev.wasmledger.cli.jsonl;

/** What a file of transactions may not go beyond. */
public final class Limits {

    /** The greatest size of a file in bytes: its text is held in memory. */
    public static final int MAX_FILE_BYTES = 64 << 20;

    /** The nesting of one line: transaction, postings, posting. */
    static final int MAX_DEPTH = 4;

    /** The most digits of an amount; a u128 has 39. */
    static final int MAX_DIGITS = 39;

    /** The most decimals of an asset: 10^38 is the greatest power of ten in a u128. */
    static final int MAX_SCALE = 38;

    /** The most diagnostics that are reported of one file. */
    static final int MAX_DIAGNOSTICS = 100;

    private Limits() {}
}
