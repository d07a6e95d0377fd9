package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rows of u64 fields with u128 keys, numbered from 0 without a gap, in pages of longs: no object a row, and growing moves
 * none. A page that was filled some thousand rows ago is packed, and so is one that was unpacked for a write and then left
 * alone. A view keeps the rows as they are for another thread; while there is one, a page is copied before its first change.
 */
final class RowPages {

    static final int KEY_FIELDS = 2;
    private static final int PAGE_SHIFT = 7; // 18 KiB at sixteen fields: what a change beside a view copies at most
    static final int PAGE_ROWS = 1 << PAGE_SHIFT;
    /** Behind the last page, how many are left unpacked: what a command has written is often looked at by the next. */
    private static final int WARM_PAGES = 64;
    /** Instead of an epoch, for a packed page. */
    private static final int PACKED = -1;

    private static final long[] NO_ROWS = {};

    private final int stride;
    private final int most;
    /** Null where a page is packed. */
    private long[][] pages = new long[1][];

    private PackedRows[] packed = new PackedRows[1];
    /** For each page, how many views had been opened when it was last made sure that it is this one's own. */
    private int[] epochs = new int[1];
    /** For each page, whether it was written to since it was last thought of packing it. */
    private boolean[] written = new boolean[1];
    /** Which page is thought of next. */
    private int hand;
    /** What a packed row is put into to be read; each in its place of a page. */
    private long[] unpacked = NO_ROWS;

    /** What a page was before it was packed, for the next page; nobody else has it any more. */
    private long[] spare = NO_ROWS;

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

    /** An array that holds a row until another one is looked at; to be written to only after {@link #own}. */
    long[] page(int row) {
        long[] page = pages[row >>> PAGE_SHIFT];
        return page != null ? page : unpack(row);
    }

    private long[] unpack(int row) {
        if (unpacked.length == 0) {
            unpacked = new long[PAGE_ROWS * stride];
        }
        packed[row >>> PAGE_SHIFT].get(row & (PAGE_ROWS - 1), unpacked, offset(row) - KEY_FIELDS, stride);
        return unpacked;
    }

    /** Where in {@link #page} the row's first field stands. */
    int offset(int row) {
        return (row & (PAGE_ROWS - 1)) * stride + KEY_FIELDS;
    }

    long keyLow(int row) {
        return key(row, 0);
    }

    long keyHigh(int row) {
        return key(row, 1);
    }

    boolean holds(int row, long low, long high) {
        return key(row, 0) == low && key(row, 1) == high;
    }

    private long key(int row, int half) {
        long[] page = pages[row >>> PAGE_SHIFT];
        return page != null
                ? page[offset(row) - KEY_FIELDS + half]
                : packed[row >>> PAGE_SHIFT].get(row & (PAGE_ROWS - 1), half);
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
        room(page);
        if (pages[page] == null && packed[page] == null) {
            packOlder(page);
            pages[page] = spare.length > 0 ? spare : new long[PAGE_ROWS * stride];
            spare = NO_ROWS;
            epochs[page] = epoch;
        }
        own(row);
        size++;
        int at = offset(row) - KEY_FIELDS;
        pages[page][at] = low;
        pages[page][at + 1] = high;
        return row;
    }

    private void room(int page) {
        if (page == pages.length) {
            int capacity = pages.length * 2;
            pages = Arrays.copyOf(pages, capacity);
            packed = Arrays.copyOf(packed, capacity);
            epochs = Arrays.copyOf(epochs, capacity);
            written = Arrays.copyOf(written, capacity);
        }
    }

    /** With each new page, one that is full for a while, and one in turn that nobody writes to. */
    private void packOlder(int newest) {
        int end = newest - WARM_PAGES;
        if (end <= 0) {
            return;
        }
        pack(end - 1);
        hand = hand < end ? hand : 0;
        if (!written[hand]) {
            pack(hand);
        }
        written[hand++] = false;
    }

    private void pack(int page) {
        if (pages[page] != null) {
            PackedRows.ifSmaller(pages[page], PackedRows.IN_ORDER, stride, PAGE_ROWS)
                    .ifPresent(rows -> {
                        packed[page] = rows;
                        pages[page] = null;
                        epochs[page] = PACKED;
                    });
        }
    }

    /** Makes a row's page one that can be written to and that no view sees. */
    void own(int row) {
        int page = row >>> PAGE_SHIFT;
        written[page] = true;
        if (epochs[page] != epoch) {
            if (pages[page] == null) {
                pages[page] = new long[PAGE_ROWS * stride];
                packed[page].unpack(pages[page], stride);
                packed[page] = null;
            } else if (views.get() > 0) {
                pages[page] = pages[page].clone();
            }
            epochs[page] = epoch;
        }
    }

    /** Adds rows behind the last one, whose page is full. */
    void append(PackedRows rows) {
        if (size % PAGE_ROWS != 0) {
            throw new MalformedFrameException("has a page in the middle that is not full");
        }
        if (rows.count() > most - size) {
            throw new TableFullException("a table holds at most " + most + " rows");
        }
        int page = size >>> PAGE_SHIFT;
        room(page);
        packed[page] = rows;
        epochs[page] = PACKED;
        size += rows.count();
        if (rows.count() < PAGE_ROWS) {
            own(size - 1);
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
            packed[spare] = null;
        }
    }

    /** All rows as they are now. They may be read by another thread, until the view is closed. */
    View view() {
        views.incrementAndGet();
        epoch++;
        int count = (size + PAGE_ROWS - 1) >>> PAGE_SHIFT;
        return new View(Arrays.copyOf(pages, count), Arrays.copyOf(packed, count), size);
    }

    /** Rows that do not change any more. */
    final class View implements AutoCloseable {
        private final long[][] seen;
        private final PackedRows[] seenPacked;
        private final int rows;
        private boolean closed;

        private View(long[][] seen, PackedRows[] seenPacked, int rows) {
            this.seen = seen;
            this.seenPacked = seenPacked;
            this.rows = rows;
        }

        /** How many pages there are. */
        int pages() {
            return seen.length;
        }

        /** The rows of a page. */
        PackedRows page(int number) {
            return seen[number] == null
                    ? seenPacked[number]
                    : PackedRows.of(seen[number], stride, Math.min(PAGE_ROWS, rows - number * PAGE_ROWS));
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
