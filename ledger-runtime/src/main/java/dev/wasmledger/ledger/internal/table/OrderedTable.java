package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;

/** Rows of eight u64 fields in the order of their keys. */
public final class OrderedTable implements Table {

    private static final int WIDTH = 8;
    private static final int KEY_BYTES = 24;

    private final SortedRows committed = new SortedRows(WIDTH);
    /** Rows of the command at hand, with one field more: whether the row was put or removed. */
    private final SortedRows changes = new SortedRows(WIDTH + 1);

    /** A u128 and a u64: where a row stands. All three are unsigned. */
    public record Key(long high, long low, long minor) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Long.compareUnsigned(high, other.high);
            order = order != 0 ? order : Long.compareUnsigned(low, other.low);
            return order != 0 ? order : Long.compareUnsigned(minor, other.minor);
        }
    }

    /** Takes the rows of a scan. */
    @FunctionalInterface
    public interface RowConsumer {

        /** Takes one row, whose eight fields stand in an array from an offset on; they are lost after the call. */
        void row(Key key, long[] page, int offset);
    }

    @Override
    public TableKind kind() {
        return TableKind.ORDERED8;
    }

    /** Copies the row at a key; says whether there is one. */
    public boolean get(Key key, long[] target) {
        SortedRows.Cursor change = changes.at(key);
        SortedRows.Cursor found = change.hasRow() ? change : committed.at(key);
        if (!found.hasRow() || (change.hasRow() && !isPut(change))) {
            return false;
        }
        System.arraycopy(found.page(), found.offset(), target, 0, WIDTH);
        return true;
    }

    /** Writes a row over whatever stood at the key. */
    public void put(Key key, long[] row) {
        SortedRows.Cursor change = changes.claim(key);
        System.arraycopy(row, 0, change.page(), change.offset(), WIDTH);
        mark(change, Change.PUT);
    }

    /** Removes the row at a key; says whether there was one. */
    public boolean remove(Key key) {
        SortedRows.Cursor before = changes.at(key);
        boolean there = before.hasRow() ? isPut(before) : committed.at(key).hasRow();
        if (there) {
            mark(changes.claim(key), Change.REMOVED);
        }
        return there;
    }

    /** Gives the first rows from {@code low} to {@code high}, both included, in order: at most {@code limit}. */
    public void scan(Key low, Key high, int limit, RowConsumer consumer) {
        SortedRows.Cursor below = committed.from(low);
        SortedRows.Cursor above = changes.from(low);
        int given = 0;
        while (given < limit && (below.hasRow() || above.hasRow())) {
            int order = order(below, above);
            SortedRows.Cursor next = order < 0 ? below : above;
            Key key = next.key();
            if (key.compareTo(high) > 0) {
                return;
            }
            if (order < 0 || isPut(above)) {
                consumer.row(key, next.page(), next.offset());
                given++;
            }
            if (order <= 0) {
                below.next();
            }
            if (order >= 0) {
                above.next();
            }
        }
    }

    /** Which cursor's row comes first; one that has none comes last. */
    private static int order(SortedRows.Cursor below, SortedRows.Cursor above) {
        if (!below.hasRow()) {
            return 1;
        }
        return above.hasRow() ? below.key().compareTo(above.key()) : -1;
    }

    @Override
    public boolean changed() {
        return changes.size() > 0;
    }

    @Override
    public void writeChanges(ByteSink target) {
        target.putInt(Math.toIntExact(changes.size()));
        for (SortedRows.Cursor row = changes.first(); row.hasRow(); row.next()) {
            write(row, isPut(row) ? Change.PUT : Change.REMOVED, target);
        }
    }

    @Override
    public void keep() {
        for (SortedRows.Cursor change = changes.first(); change.hasRow(); change.next()) {
            if (isPut(change)) {
                SortedRows.Cursor row = committed.claim(change.key());
                System.arraycopy(change.page(), change.offset(), row.page(), row.offset(), WIDTH);
            } else {
                committed.remove(change.key());
            }
        }
        changes.clear();
    }

    @Override
    public void drop() {
        changes.clear();
    }

    @Override
    public void fold(ByteSource source) {
        int count = source.getCount(KEY_BYTES);
        for (int i = 0; i < count; i++) {
            boolean put = Change.isPut(source.getByte());
            long low = source.getLong();
            Key key = new Key(source.getLong(), low, source.getLong());
            if (put) {
                SortedRows.Cursor row = committed.claim(key);
                source.getLongs(row.page(), row.offset(), WIDTH);
            } else {
                committed.remove(key);
            }
        }
    }

    @Override
    public void eachRow(RowBytes consumer) {
        for (SortedRows.Cursor row = committed.first(); row.hasRow(); row.next()) {
            write(row, Change.PUT, consumer.sink());
            consumer.row();
        }
    }

    private static void write(SortedRows.Cursor row, int change, ByteSink target) {
        Key key = row.key();
        target.putByte(change);
        target.putLong(key.low());
        target.putLong(key.high());
        target.putLong(key.minor());
        if (change == Change.PUT) {
            target.putLongs(row.page(), row.offset(), WIDTH);
        }
    }

    private static void mark(SortedRows.Cursor row, int change) {
        row.page()[row.offset() + WIDTH] = change;
    }

    private static boolean isPut(SortedRows.Cursor row) {
        return row.page()[row.offset() + WIDTH] == Change.PUT;
    }
}
