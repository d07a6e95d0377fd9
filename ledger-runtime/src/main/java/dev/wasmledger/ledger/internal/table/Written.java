package dev.wasmledger.ledger.internal.table;

/** What the command at hand has written to a hashed table: its keys in the order of their first write, numbered from 0. */
public final class Written {

    /** What {@link #find} says where nothing was written. */
    public static final int NONE = Changes.NONE;

    private final HashedTable table;
    private final Changes changes;

    Written(HashedTable table, Changes changes) {
        this.table = table;
        this.changes = changes;
    }

    /** How many keys there are. */
    public int count() {
        return changes.count();
    }

    /** The number of a key, or {@link #NONE}. */
    public int find(long low, long high) {
        return changes.find(low, high, 0);
    }

    public long keyLow(int entry) {
        return changes.keyLow(entry);
    }

    public long keyHigh(int entry) {
        return changes.keyHigh(entry);
    }

    /** Whether there is a row under the key now. */
    public boolean isPut(int entry) {
        return changes.isPut(entry);
    }

    /** The number of the row under the key, where there is one; it is good until the next write. */
    public int row(int entry) {
        return table.row(entry);
    }

    /** Whether there was a row under the key before the command. */
    public boolean existed(int entry) {
        return changes.existed(entry);
    }

    /** The array that holds what stood under the key before the command; good until something more is written. */
    public long[] before() {
        return changes.before();
    }

    /** Where in {@link #before} the key's first field stands. */
    public int beforeOffset(int entry) {
        return changes.offset(entry);
    }
}
