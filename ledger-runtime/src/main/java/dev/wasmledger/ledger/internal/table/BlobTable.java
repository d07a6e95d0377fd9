package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes under u128 keys. A blob takes its length and at most 56 bytes more (address and key, index, key and length beside the
 * bytes), in chunks of which no more than half, beyond two mebibytes, is of blobs that were replaced or removed.
 */
public final class BlobTable extends Table {

    private static final int NONE = KeyIndex.NONE;

    /** Addresses in the heap. */
    private final HashedRows rows = new HashedRows(1, Limits.TABLE_ROWS);

    private final RowPages pages = rows.pages();
    private final BlobHeap heap = new BlobHeap();

    public BlobTable() {
        super(TableKind.BLOBS, 1);
    }

    /** A copy of the bytes under a key. */
    public Optional<byte[]> get(long low, long high) {
        int row = rows.find(low, high);
        return row == NONE ? Optional.empty() : Optional.of(heap.get(address(row)));
    }

    /** Writes a copy of bytes over whatever the key held. */
    public void put(long low, long high, byte[] value) {
        int row = rows.find(low, high);
        if (row == NONE) {
            changes.adding(low, high, 0, pages.size());
            row = rows.add(low, high);
        } else {
            changing(low, high, row, true);
            pages.own(row);
        }
        pages.page(row)[pages.offset(row)] = heap.add(low, high, value);
    }

    /** Removes the bytes under a key; says whether there were any. */
    public boolean remove(long low, long high) {
        int row = rows.find(low, high);
        if (row == NONE) {
            return false;
        }
        changing(low, high, row, false);
        rows.remove(row);
        return true;
    }

    /** What a command wrote first and then again is nothing that it could go back to. */
    private void changing(long low, long high, int row, boolean stays) {
        boolean first = changes.changing(low, high, 0, row, pages.page(row), pages.offset(row), stays);
        if (!first) {
            heap.release(address(row));
        }
    }

    @Override
    public void keep() {
        for (int entry = 0; entry < changes.count(); entry++) {
            if (changes.existed(entry)) {
                heap.release(changes.before()[changes.offset(entry)]);
            }
        }
        super.keep();
        heap.compact(this::moveOut);
    }

    private void moveOut(long low, long high, long address) {
        int row = rows.find(low, high);
        if (row != NONE && address(row) == address) {
            pages.own(row);
            pages.page(row)[pages.offset(row)] = heap.add(low, high, heap.get(address));
            heap.release(address);
        }
    }

    @Override
    void eachRow(RowBytes consumer) {
        SortedRows sorted = rows.sorted();
        for (boolean more = sorted.first(); more; more = sorted.next()) {
            int row = (int) sorted.page()[sorted.offset()];
            writeKey(Change.PUT, pages.keyLow(row), pages.keyHigh(row), 0, consumer.sink());
            consumer.sink().putBytes(heap.get(address(row)));
            consumer.row();
        }
    }

    @Override
    TableView view() {
        return new BlobView(pages.view(), heap.view());
    }

    @Override
    int writes() {
        return changes.count();
    }

    @Override
    void writeChanges(ByteSink target) {
        target.putInt(changes.count());
        for (int entry = 0; entry < changes.count(); entry++) {
            long low = changes.keyLow(entry);
            long high = changes.keyHigh(entry);
            writeKey(changes.isPut(entry) ? Change.PUT : Change.REMOVED, low, high, 0, target);
            if (changes.isPut(entry)) {
                target.putBytes(heap.get(address(rows.find(low, high))));
            }
        }
    }

    @Override
    void fold(ByteSource source) {
        int count = source.getCount(1 + 2 * Long.BYTES);
        for (int i = 0; i < count; i++) {
            boolean put = Change.isPut(source.getByte());
            long low = source.getLong();
            long high = source.getLong();
            if (put) {
                foldPut(low, high, source);
            } else {
                foldRemove(low, high);
            }
        }
    }

    @Override
    void restore(int entry) {
        if (changes.isPut(entry)) {
            heap.release(address(rows.find(changes.keyLow(entry), changes.keyHigh(entry))));
        }
        rows.restore(changes, entry);
    }

    private void foldPut(long low, long high, ByteSource source) {
        int known = rows.find(low, high);
        if (known != NONE) {
            heap.release(address(known));
        }
        byte[] value = source.getBytes();
        int row = rows.claim(low, high);
        pages.page(row)[pages.offset(row)] = heap.add(low, high, value);
        heap.compact(this::moveOut);
    }

    private void foldRemove(long low, long high) {
        int row = rows.find(low, high);
        if (row != NONE) {
            heap.release(address(row));
            rows.remove(row);
            heap.compact(this::moveOut);
        }
    }

    private long address(int row) {
        return pages.page(row)[pages.offset(row)];
    }

    @Override
    void load(ByteSource source) {
        int count = source.getCount(2 * Long.BYTES);
        for (int i = 0; i < count; i++) {
            foldPut(source.getLong(), source.getLong(), source);
        }
    }

    @Override
    long rowCount() {
        return pages.size();
    }

    @Override
    int compare(ByteSource source) throws DifferentRowException {
        int count = source.getCount(2 * Long.BYTES);
        for (int i = 0; i < count; i++) {
            long[] key = {source.getLong(), source.getLong()};
            byte[] blob = source.getBytes();
            if (!holds(key) || !Arrays.equals(heap.get(address(rows.find(key[0], key[1]))), blob)) {
                throw new DifferentRowException(key, false);
            }
        }
        return count;
    }

    @Override
    boolean holds(long[] row) {
        return rows.find(row[0], row[1]) != NONE;
    }

    private static final class BlobView implements TableView {
        private final RowPages.View seen;
        private final BlobHeap.View blobs;
        private int page;
        /** The row of the page that comes next. */
        private int row;

        BlobView(RowPages.View seen, BlobHeap.View blobs) {
            this.seen = seen;
            this.blobs = blobs;
        }

        @Override
        public boolean hasNext() {
            return page < seen.pages();
        }

        @Override
        public void next(ByteSink target, int end) {
            PackedRows rows = seen.page(page);
            int count = target.reserveInt();
            int first = row;
            do {
                target.putLong(rows.get(row, 0));
                target.putLong(rows.get(row, 1));
                target.putBytes(blobs.get(rows.get(row, RowPages.KEY_FIELDS)));
                row++;
            } while (row < rows.count() && target.size() < end);
            target.fillInt(count, row - first);
            if (row == rows.count()) {
                row = 0;
                page++;
            }
        }

        @Override
        public void close() {
            seen.close();
        }
    }
}
