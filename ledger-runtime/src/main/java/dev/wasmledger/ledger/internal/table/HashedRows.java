package dev.wasmledger.ledger.internal.table;

/**
 * Rows of u64 fields under u128 keys: {@link RowPages} found through a {@link KeyIndex}. A row takes its fields and its key
 * (eight bytes each u64), between eleven and eighteen bytes of index, and less than one byte of everything else.
 */
final class HashedRows {

    private final int width;
    private final RowPages pages;
    private final KeyIndex index;

    /**
     * @param width u64 fields in each row, beside the key
     * @param most how many rows there may be
     */
    HashedRows(int width, int most) {
        this.width = width;
        this.pages = new RowPages(width, most);
        this.index = new KeyIndex(pages);
    }

    RowPages pages() {
        return pages;
    }

    /** The number of the row under that key, or {@link KeyIndex#NONE}; it is good until a row is removed. */
    int find(long low, long high) {
        return index.find(low, high);
    }

    /** Adds a row under the key that was looked for last, and has none; all its fields are yet to be set. */
    int add(long low, long high) {
        int row = pages.append(low, high);
        index.add(row);
        return row;
    }

    /** The number of the row under that key, an added one if need be, ready to be written to. */
    int claim(long low, long high) {
        int row = find(low, high);
        if (row == KeyIndex.NONE) {
            return add(low, high);
        }
        pages.own(row);
        return row;
    }

    /** Adds rows with keys that none has, behind a page that is full. */
    void add(PackedRows rows) {
        int first = pages.size();
        pages.append(rows);
        for (int row = first; row < pages.size(); row++) {
            index.add(pages.keyLow(row), pages.keyHigh(row), row);
        }
    }

    /** Takes a row out. The last one gets its number. */
    void remove(int row) {
        index.remove(pages.keyLow(row), pages.keyHigh(row), row);
        int last = pages.size() - 1;
        if (row != last) {
            index.renumber(pages.keyLow(last), pages.keyHigh(last), last, row);
        }
        pages.removeByLast(row);
    }

    /** Makes the row under the key of a change what it was before. */
    void restore(Changes changes, int entry) {
        long low = changes.keyLow(entry);
        long high = changes.keyHigh(entry);
        if (changes.existed(entry)) {
            int row = claim(low, high);
            System.arraycopy(changes.before(), changes.offset(entry), pages.page(row), pages.offset(row), width);
        } else {
            int row = find(low, high);
            if (row != KeyIndex.NONE) {
                remove(row);
            }
        }
    }

    /** The numbers of all rows in the order of their keys, as the one field of rows. */
    SortedRows sorted() {
        SortedRows sorted = new SortedRows(1);
        for (int row = 0; row < pages.size(); row++) {
            sorted.claim(pages.keyHigh(row), pages.keyLow(row), 0);
            sorted.page()[sorted.offset()] = row;
        }
        return sorted;
    }
}
