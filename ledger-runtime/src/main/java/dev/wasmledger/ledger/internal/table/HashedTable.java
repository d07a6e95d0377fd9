package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import java.util.Arrays;

/**
 * Rows of a fixed number of u64 fields under u128 keys. A row of eight fields takes at most 99 bytes, one of sixteen at most
 * 163 (key and fields, index, directories), and nothing that the collector of garbage would have to look at. Where rows that
 * were added one after the other have much in common, and are not written to again, they are packed, and take a fraction of
 * that: what they differ in, and eighteen bytes of index at most.
 */
public final class HashedTable extends RowTable {

    /** What {@link #find} says where there is no row. */
    public static final int NONE = KeyIndex.NONE;

    private final int width;
    private final HashedRows rows;
    private final RowPages pages;
    /** What a command that is folded has written over, one after the other: nobody looks for it. */
    private final Changes folded;

    /** @param width u64 fields in each row, 8 or 16 */
    public HashedTable(int width) {
        this(width, Limits.TABLE_ROWS);
    }

    HashedTable(int width, int most) {
        super(width == 8 ? TableKind.HASHED8 : TableKind.HASHED16, width);
        this.width = width;
        this.rows = new HashedRows(width, most);
        this.pages = rows.pages();
        this.folded = Changes.replacing(width);
    }

    /** Takes the rows of a walk. */
    @FunctionalInterface
    public interface RowConsumer {

        /** Takes one row, which is lost after the call. */
        void row(long low, long high, long[] row);
    }

    /** What the command at hand has written, always as it is by now. */
    public Written written() {
        return new Written(this, changes);
    }

    /** Gives all rows in the order of their keys. */
    public void each(RowConsumer consumer) {
        long[] copy = new long[width];
        SortedRows sorted = rows.sorted();
        for (boolean more = sorted.first(); more; more = sorted.next()) {
            int row = (int) sorted.page()[sorted.offset()];
            System.arraycopy(pages.page(row), pages.offset(row), copy, 0, width);
            consumer.row(pages.keyLow(row), pages.keyHigh(row), copy);
        }
    }

    /** How many rows there are. */
    public int size() {
        return pages.size();
    }

    /** Copies the row under a key; says whether there is one. */
    public boolean get(long low, long high, long[] target) {
        int row = rows.find(low, high);
        if (row == NONE) {
            return false;
        }
        System.arraycopy(pages.page(row), pages.offset(row), target, 0, width);
        return true;
    }

    /** Writes a row over whatever the key held. */
    public void put(long low, long high, long[] row) {
        int at = claim(low, high);
        System.arraycopy(row, 0, pages.page(at), pages.offset(at), width);
    }

    /** The number of the row under a key, or {@link #NONE}; it is good until the next write. */
    public int find(long low, long high) {
        return rows.find(low, high);
    }

    /** The number of a row to be written over whatever the key held: all its fields have to be set. */
    public int claim(long low, long high) {
        int row = rows.find(low, high);
        if (row == NONE) {
            changes.adding(low, high, 0, pages.size());
            return rows.add(low, high);
        }
        changes.changing(low, high, 0, row, pages.page(row), pages.offset(row), true);
        pages.own(row);
        return row;
    }

    /**
     * The same for a command that is folded: {@link #written} does not tell of it.
     *
     * @param fresh whether there is no row under the key yet
     * @return {@link #NONE} where that is not so
     */
    public int fold(long low, long high, boolean fresh) {
        int row = rows.find(low, high);
        if ((row == NONE) != fresh) {
            return NONE;
        }
        if (fresh) {
            folded.appending(low, high, 0, true);
            return rows.add(low, high);
        }
        folded.saving(low, high, pages.page(row), pages.offset(row));
        pages.own(row);
        return row;
    }

    @Override
    public boolean changed() {
        return super.changed() || folded.count() > 0;
    }

    @Override
    public void keep() {
        super.keep();
        folded.clear();
    }

    @Override
    public void drop() {
        super.drop();
        for (int entry = folded.count() - 1; entry >= 0; entry--) {
            rows.restore(folded, entry);
        }
        folded.clear();
    }

    /** The array that holds a row's fields, from {@link #offset} on. */
    public long[] page(int row) {
        return pages.page(row);
    }

    /** Where in {@link #page} a row's first field stands. */
    public int offset(int row) {
        return pages.offset(row);
    }

    /** Removes the row under a key; says whether there was one. */
    public boolean remove(long low, long high) {
        int row = rows.find(low, high);
        if (row == NONE) {
            return false;
        }
        changes.changing(low, high, 0, row, pages.page(row), pages.offset(row), false);
        changes.renumbered();
        rows.remove(row);
        return true;
    }

    @Override
    void eachRow(RowBytes consumer) {
        SortedRows sorted = rows.sorted();
        for (boolean more = sorted.first(); more; more = sorted.next()) {
            int row = (int) sorted.page()[sorted.offset()];
            writeKey(Change.PUT, pages.keyLow(row), pages.keyHigh(row), 0, consumer.sink());
            consumer.sink().putLongs(pages.page(row), pages.offset(row), width);
            consumer.row();
        }
    }

    @Override
    TableView view() {
        return new HashedView(pages.view());
    }

    @Override
    void copy(int entry, long[] target, int at) {
        int row = row(entry);
        System.arraycopy(pages.page(row), pages.offset(row), target, at, width);
    }

    @Override
    boolean isZero(int entry) {
        int row = row(entry);
        return isZero(pages.page(row), pages.offset(row));
    }

    @Override
    boolean contains(long low, long high, long minor) {
        return rows.find(low, high) != NONE;
    }

    /** The number of the row under the key of a change, where there is one. */
    int row(int entry) {
        return changes.row(entry, rows);
    }

    @Override
    void restore(int entry) {
        rows.restore(changes, entry);
    }

    @Override
    void foldPut(long low, long high, long minor, long[] row, int at) {
        int target = rows.claim(low, high);
        System.arraycopy(row, at, pages.page(target), pages.offset(target), width);
    }

    @Override
    void foldRemove(long low, long high, long minor) {
        int row = rows.find(low, high);
        if (row != NONE) {
            rows.remove(row);
        }
    }

    @Override
    void load(ByteSource source) {
        rows.add(PackedRows.read(source, RowPages.KEY_FIELDS + width, RowPages.PAGE_ROWS));
    }

    @Override
    long rowCount() {
        return pages.size();
    }

    @Override
    int compare(ByteSource source) throws DifferentRowException {
        int fields = RowPages.KEY_FIELDS + width;
        return compare(PackedRows.read(source, fields, RowPages.PAGE_ROWS), fields);
    }

    @Override
    boolean holds(long[] row) {
        int found = rows.find(row[0], row[1]);
        return found != NONE
                && Arrays.equals(
                        pages.page(found),
                        pages.offset(found),
                        pages.offset(found) + width,
                        row,
                        RowPages.KEY_FIELDS,
                        row.length);
    }

    private static final class HashedView implements TableView {
        private final RowPages.View seen;
        private int page;

        HashedView(RowPages.View seen) {
            this.seen = seen;
        }

        @Override
        public boolean hasNext() {
            return page < seen.pages();
        }

        @Override
        public void next(ByteSink target, int end) {
            seen.page(page++).write(target);
        }

        @Override
        public void close() {
            seen.close();
        }
    }
}
