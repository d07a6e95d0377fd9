package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;

/**
 * A table. In a hashed or blob table the writes of the command at hand stand in it already, and what they replaced is kept aside
 * until the command is kept or dropped: reading and writing look a row up once, and keeping a command costs nothing for each row
 * of the table. In an ordered one, whose rows are written more often than they are read, it is the other way round.
 * Belongs to one thread.
 */
public abstract sealed class Table permits RowTable, BlobTable {

    private final TableKind kind;
    /** What the command at hand has written. */
    Changes changes;

    /** @param width u64 fields of a row, as they are kept aside */
    Table(TableKind kind, int width) {
        this.kind = kind;
        this.changes = kind.hasMinor() ? Changes.planned(width) : Changes.replacing(width);
    }

    /** The shape of its rows. */
    public final TableKind kind() {
        return kind;
    }

    /** Whether the command at hand has written anything. */
    public boolean changed() {
        return changes.count() > 0;
    }

    /** How many of the command's writes {@link #writeChanges} puts. */
    abstract int writes();

    /** Puts the command's writes in the order of the first write to each key. */
    abstract void writeChanges(ByteSink target);

    /** Puts the code of a change and a key. */
    final void writeKey(int change, long low, long high, long minor, ByteSink target) {
        target.putByte(change);
        target.putLong(low);
        target.putLong(high);
        if (kind.hasMinor()) {
            target.putLong(minor);
        }
    }

    /** Makes the command's writes the committed state. */
    public void keep() {
        changes.clear();
    }

    /** Undoes the command's writes. */
    public void drop() {
        for (int entry = changes.count() - 1; entry >= 0; entry--) {
            restore(entry);
        }
        changes.clear();
    }

    /** Takes in committed writes as {@link #writeChanges} put them. */
    abstract void fold(ByteSource source);

    /** Puts what was folded in its place, for which it may have waited. */
    void settleFolded() {
        // mostly it is there already
    }

    /** Takes in rows as the table's {@link TableView} puts them; they come behind those that are there. */
    abstract void load(ByteSource source);

    /** How many rows there are. */
    abstract long rowCount();

    /**
     * Holds rows as the table's {@link TableView} puts them against those that are here.
     *
     * @return how many came
     */
    abstract int compare(ByteSource source) throws DifferentRowException;

    /** Holds some rows, each a key and its fields, against those that are here. */
    final int compare(PackedRows rows, int fields) throws DifferentRowException {
        long[] row = new long[fields];
        for (int i = 0; i < rows.count(); i++) {
            rows.get(i, row, 0, fields);
            if (!holds(row)) {
                throw new DifferentRowException(row, kind.hasMinor());
            }
        }
        return rows.count();
    }

    /** Whether there is such a row: its key, as its pages have it, and its fields. */
    abstract boolean holds(long[] row);

    /** There is no such row. The message is its key. */
    static final class DifferentRowException extends Exception {
        DifferentRowException(long[] row, boolean ordered) {
            super(
                    ordered
                            ? "(%s, %s)".formatted(number(row[1], row[0]), Long.toUnsignedString(row[2]))
                            : number(row[0], row[1]));
        }

        private static String number(long low, long high) {
            return high == 0 ? Long.toUnsignedString(low) : "0x%x%016x".formatted(high, low);
        }
    }

    /** Gives all rows in the order of their keys. */
    abstract void eachRow(RowBytes consumer);

    /** All rows as they are now, for another thread to read while this table goes on. */
    abstract TableView view();

    /** Puts back what stood under the key of one of {@link #changes}. */
    abstract void restore(int entry);
}
