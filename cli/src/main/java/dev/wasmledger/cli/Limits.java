package dev.wasmledger.cli;

/** What the files that people give the command may not go beyond. */
public final class Limits {

    /** The greatest size of a file in bytes: its text is held in memory, and real ones have a few megabytes. */
    public static final int FILE_BYTES = 64 << 20;

    /** The most diagnostics that are reported of one file: a file of another kind would give one for each line. */
    public static final int DIAGNOSTICS = 100;

    /** The most characters of a number: more than a u128 of minor units can ever hold, which has 39 digits. */
    public static final int NUMBER_CHARACTERS = 64;

    /** The most decimals of an asset: 10^38 is the greatest power of ten in a u128. */
    public static final int ASSET_DECIMALS = 38;

    /**
     * The most decimals of an asset that a journal brings. Written amounts must not have more; worked-out ones are rounded
     * to them. Twenty digits remain in front of the point of a u128.
     */
    public static final int JOURNAL_DECIMALS = 18;

    /** The most tags that {@code apply tag} puts on one transaction: each transaction holds all of them. */
    public static final int APPLIED_TAGS = 64;

    /** The nesting of a line of a file of transactions: transaction, postings, posting. */
    public static final int LINE_NESTING = 4;

    /**
     * How many transfers go into one command, unless one transaction alone has more: few enough that progress shows and
     * their text stays small.
     */
    public static final int COMMAND_TRANSFERS = 1000;

    /**
     * How many characters of names and text go into one command: at most 3 MiB of UTF-8, of which a component may hold a few
     * copies in the 64 MiB that it has by default.
     */
    public static final int COMMAND_TEXT = 1 << 20;

    private Limits() {}
}
