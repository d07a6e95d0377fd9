package dev.wasmledger.ledger;

/** The bounds of a ledger. Whatever would go beyond one is refused, with a message that names it. */
public final class Limits {

    /** Accounts, assets or transfers in one command; TigerBeetle's batches (8190) and the benchmarks' (8000) fit. */
    public static final int COMMAND_ITEMS = 8192;

    /** Bytes of one frame's body: a full command with its events and writes takes 1 to 2 MiB, text comes on top. */
    public static final int FRAME_BODY_BYTES = 64 << 20;

    /** Bytes of one text or blob; what a body can hold beside everything else. */
    public static final int BLOB_BYTES = 16 << 20;

    /** Characters of a verdict's reason that are kept; a component chooses how much it says when it fails. */
    public static final int REASON_CHARS = 1000;

    /**
     * Items of commands that were carried out and wait to be written: two full commands, so that the next ones are carried out
     * while the disk forces what came before, and no more than that hangs on it.
     */
    public static final int AHEAD_ITEMS = 2 * COMMAND_ITEMS;

    /** Frames that wait to be written, however small; bounds what a crash can take from those who wait. */
    public static final int GROUP_FRAMES = 256;

    /**
     * Items that wait for the writer where nothing else is said: eight full commands, some 20 MiB, which keep it busy for
     * longer than the disk takes to force what came before.
     */
    public static final int WAITING_ITEMS = 8 * COMMAND_ITEMS;

    /**
     * Characters of text in requests that are put together: at most 3 MiB of UTF-8, of which a component may hold a few copies in
     * the 64 MiB that it has by default. One request alone may have more.
     */
    public static final int BATCH_CHARACTERS = 1 << 20;

    /** Tables of one deployment over its whole life; a component opens a handful. */
    public static final int TABLES = 4096;

    /** Rows of one hashed or blob table: row numbers of 28 bits, which leave 36 of an index's slot for the hash. */
    public static final int TABLE_ROWS = (1 << 28) - 1;

    /** Rows that one command may write to in one table: at eight fields, already more than a frame's body holds. */
    public static final int COMMAND_ROWS = 1 << 20;

    /** Rows that one scan may give: 6 MiB of them in the component's memory, some twice that on the host's side. */
    public static final int SCAN_ROWS = 1 << 16;

    /** Lines of trace that one command may leave; those behind are dropped. */
    public static final int TRACE_LINES = 1000;

    private Limits() {}
}
