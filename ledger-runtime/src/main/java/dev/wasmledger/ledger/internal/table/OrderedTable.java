package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import java.util.Arrays;

/**
 * Rows of eight u64 fields in the order of their keys, a u128 and then a u64, all unsigned. A row takes at most 92 bytes where
 * rows come with ever greater keys, 110 where many accounts have runs of such rows, 140 where they come in any order and 190
 * in the worst one: key and fields in blocks of 64 that are not always full. Removals can leave blocks a quarter full. Where
 * rows come with ever greater keys or in runs, and have much in common, they are packed, and take a fraction of that.
 */
public final class OrderedTable extends RowTable {

    private static final int WIDTH = 8;
    /** Rows of ordered tables have none. */
    private static final int NO_NUMBER = -1;

    private final SortedRows rows = new SortedRows(WIDTH);

    public OrderedTable() {
        super(TableKind.ORDERED8, WIDTH);
    }

    /** A u128 and a u64: where a row stands. */
    public record Key(long high, long low, long minor) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return SortedRows.compare(new long[] {high, low, minor}, 0, other.high, other.low, other.minor);
        }
    }

    /** Takes the rows of a scan. */
    @FunctionalInterface
    public interface RowConsumer {

        /** Takes one row, whose eight fields stand in an array from an offset on; they are lost after the call. */
        void row(Key key, long[] page, int offset);
    }

    /** Goes to the row at a key, which is at hand until the next call; says whether there is one. */
    public boolean find(long low, long high, long minor) {
        return rows.find(high, low, minor);
    }

    /** Goes to a row to be written over whatever stood at a key: all its fields have to be set. */
    public void claim(long low, long high, long minor) {
        if (rows.claim(high, low, minor)) {
            changes.adding(low, high, minor, NO_NUMBER);
        } else {
            changes.changing(low, high, minor, NO_NUMBER, rows.page(), rows.offset(), true);
        }
    }

    /** The array that holds the fields of the row at hand, from {@link #offset} on. */
    public long[] page() {
        return rows.page();
    }

    /** Where in {@link #page} the first field of the row at hand stands. */
    public int offset() {
        return rows.offset();
    }

    /** Copies the row at a key; says whether there is one. */
    public boolean get(Key key, long[] target) {
        if (!rows.find(key.high(), key.low(), key.minor())) {
            return false;
        }
        System.arraycopy(rows.page(), rows.offset(), target, 0, WIDTH);
        return true;
    }

    /** Writes a row over whatever stood at the key. */
    public void put(Key key, long[] row) {
        claim(key.low(), key.high(), key.minor());
        System.arraycopy(row, 0, rows.page(), rows.offset(), WIDTH);
    }

    /** Removes the row at a key; says whether there was one. */
    public boolean remove(Key key) {
        if (!rows.find(key.high(), key.low(), key.minor())) {
            return false;
        }
        changes.changing(key.low(), key.high(), key.minor(), NO_NUMBER, rows.page(), rows.offset(), false);
        rows.remove();
        return true;
    }

    /** Gives the first rows from {@code low} to {@code high}, both included, in order: at most {@code limit}. */
    public void scan(Key low, Key high, int limit, RowConsumer consumer) {
        boolean more = rows.from(low.high(), low.low(), low.minor());
        for (int given = 0; more && given < limit; given++) {
            Key key = new Key(rows.keyHigh(), rows.keyLow(), rows.keyMinor());
            if (key.compareTo(high) > 0) {
                return;
            }
            consumer.row(key, rows.page(), rows.offset());
            more = rows.next();
        }
    }

    /** Gives the last rows from {@code low} to {@code high}, both included, the last one first: at most {@code limit}. */
    public void scanReversed(Key low, Key high, int limit, RowConsumer consumer) {
        boolean more = rows.upTo(high.high(), high.low(), high.minor());
        for (int given = 0; more && given < limit; given++) {
            Key key = new Key(rows.keyHigh(), rows.keyLow(), rows.keyMinor());
            if (key.compareTo(low) < 0) {
                return;
            }
            consumer.row(key, rows.page(), rows.offset());
            more = rows.previous();
        }
    }

    @Override
    void eachRow(RowBytes consumer) {
        for (boolean more = rows.first(); more; more = rows.next()) {
            writeKey(Change.PUT, rows.keyLow(), rows.keyHigh(), rows.keyMinor(), consumer.sink());
            consumer.sink().putLongs(rows.page(), rows.offset(), WIDTH);
            consumer.row();
        }
    }

    @Override
    TableView view() {
        return new OrderedView(rows.view());
    }

    @Override
    void copy(int entry, long[] target, int at) {
        rows.find(changes.keyHigh(entry), changes.keyLow(entry), changes.keyMinor(entry));
        System.arraycopy(rows.page(), rows.offset(), target, at, WIDTH);
    }

    @Override
    boolean contains(long low, long high, long minor) {
        return rows.find(high, low, minor);
    }

    @Override
    void restore(int entry) {
        long low = changes.keyLow(entry);
        long high = changes.keyHigh(entry);
        long minor = changes.keyMinor(entry);
        if (changes.existed(entry)) {
            rows.claim(high, low, minor);
            System.arraycopy(changes.before(), changes.offset(entry), rows.page(), rows.offset(), WIDTH);
        } else if (rows.find(high, low, minor)) {
            rows.remove();
        }
    }

    @Override
    void foldPut(long low, long high, long minor, long[] row, int at) {
        rows.claim(high, low, minor);
        System.arraycopy(row, at, rows.page(), rows.offset(), WIDTH);
    }

    @Override
    void foldRemove(long low, long high, long minor) {
        if (rows.find(high, low, minor)) {
            rows.remove();
        }
    }

    @Override
    void load(ByteSource source) {
        rows.append(PackedRows.read(source, SortedRows.KEY_FIELDS + WIDTH, SortedRows.BLOCK_ROWS));
    }

    @Override
    long rowCount() {
        return rows.count();
    }

    @Override
    int compare(ByteSource source) throws DifferentRowException {
        int fields = SortedRows.KEY_FIELDS + WIDTH;
        return compare(PackedRows.read(source, fields, SortedRows.BLOCK_ROWS), fields);
    }

    @Override
    boolean holds(long[] row) {
        return rows.find(row[0], row[1], row[2])
                && Arrays.equals(
                        rows.page(), rows.offset(), rows.offset() + WIDTH, row, SortedRows.KEY_FIELDS, row.length);
    }

    private static final class OrderedView implements TableView {
        private final SortedRows.View seen;

        OrderedView(SortedRows.View seen) {
            this.seen = seen;
        }

        @Override
        public boolean hasNext() {
            return seen.hasNext();
        }

        @Override
        public void next(ByteSink target, int end) {
            seen.next().write(target);
        }

        @Override
        public void close() {
            seen.close();
        }
    }
}
