package dev.wasmledger.ledger.internal.table;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows of u64 fields with u128 keys, numbered from 0 without a gap, in pages of longs: no object a row, and growing moves
 * none. A view keeps the rows as they are for another thread; while there is one, a page is copied before its first change.
 */
final class RowPages {

    static final int KEY_FIELDS = 2;
    private static final int PAGE_SHIFT = 7; // 18 KiB at sixteen fields: what a change beside a view copies at most
    private static final int PAGE_ROWS = 1 << PAGE_SHIFT;

    private final int stride;
    private final int most;
    private long[][] pages = new long[1][];
    /** For each page, how many views had been opened when it was last made sure that it is this one's own. */
    private int[] epochs = new int[1];

    private int size;
    private int epoch;
    private final AtomicInteger views = new AtomicInteger();

    /**
     * @param fields u64 fields in each row, beside the key
     * @param most how many rows there may be
     */
    RowPages(int fields, int most) {
        this.stride = KEY_FIELDS + fields;
        this.most = most;
    }

    /** How many rows there are. */
    int size() {
        return size;
    }

    /** The array that holds a row; to be written to only after {@link #own}. */
    long[] page(int row) {
        return pages[row >>> PAGE_SHIFT];
    }

    /** Where in {@link #page} the row's first field stands. */
    int offset(int row) {
        return (row & (PAGE_ROWS - 1)) * stride + KEY_FIELDS;
    }

    long keyLow(int row) {
        return page(row)[offset(row) - KEY_FIELDS];
    }

    long keyHigh(int row) {
        return page(row)[offset(row) - KEY_FIELDS + 1];
    }

    boolean holds(int row, long low, long high) {
        long[] page = page(row);
        int at = offset(row) - KEY_FIELDS;
        return page[at] == low && page[at + 1] == high;
    }

    /**
     * Adds a row behind the last one, ready to be written to; its fields are yet to be set, all of them.
     *
     * @throws TableFullException if there are as many as there may be
     */
    int append(long low, long high) {
        if (size == most) {
            throw new TableFullException("a table holds at most " + most + " rows");
        }
        int row = size;
        int page = row >>> PAGE_SHIFT;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, pages.length * 2);
            epochs = Arrays.copyOf(epochs, pages.length);
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE_ROWS * stride];
            epochs[page] = epoch;
        }
        own(row);
        size++;
        int at = offset(row) - KEY_FIELDS;
        pages[page][at] = low;
        pages[page][at + 1] = high;
        return row;
    }

    /** Makes a row's page one that no view sees. */
    void own(int row) {
        int page = row >>> PAGE_SHIFT;
        if (epochs[page] != epoch) {
            if (views.get() > 0) {
                pages[page] = pages[page].clone();
            }
            epochs[page] = epoch;
        }
    }

    /** Takes a row out by putting the last one, which may be the same, in its place. */
    void removeByLast(int row) {
        int last = size - 1;
        if (row != last) {
            own(row);
            System.arraycopy(page(last), offset(last) - KEY_FIELDS, page(row), offset(row) - KEY_FIELDS, stride);
        }
        size = last;
        int spare = ((last + PAGE_ROWS - 1) >>> PAGE_SHIFT) + 1; // one free page stays, for tables that go up and down
        if (spare < pages.length) {
            pages[spare] = null;
        }
    }

    /** All rows as they are now. They may be read by another thread, until the view is closed. */
    View view() {
        views.incrementAndGet();
        epoch++;
        return new View(Arrays.copyOf(pages, (size + PAGE_ROWS - 1) >>> PAGE_SHIFT), size);
    }

    /** Rows that do not change any more. */
    final class View implements AutoCloseable {
        private final long[][] seen;
        private final int rows;
        private boolean closed;

        private View(long[][] seen, int rows) {
            this.seen = seen;
            this.rows = rows;
        }

        int size() {
            return rows;
        }

        long[] page(int row) {
            return seen[row >>> PAGE_SHIFT];
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                views.decrementAndGet();
            }
        }
    }
}
