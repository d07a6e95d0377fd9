package dev.wasmledger.cli.journal;

/** What a journal may not go beyond. */
public final class Limits {

    /** The greatest size of a journal file in bytes: its text is held in memory, and real ones have a few megabytes. */
    public static final int MAX_FILE_BYTES = 64 << 20;

    /** The most digits of one number: more than a u128 of minor units can ever hold. */
    static final int MAX_DIGITS = 64;

    /**
     * The most decimals of an asset. Written amounts must not have more; worked-out ones are rounded to them. Twenty
     * digits remain in front of the point of a u128.
     */
    public static final int MAX_SCALE = 18;

    /** The most diagnostics that are reported of one file: a file of another kind would give one for each line. */
    static final int MAX_DIAGNOSTICS = 100;

    private Limits() {}
}
