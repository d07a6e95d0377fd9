package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes under u128 keys. */
public final class BlobTable implements Table {

    private static final int KEY_BYTES = 16;

    private final Blobs committed = new Blobs();
    /** Blobs of the command at hand; empty where one was removed. */
    private final Blobs changes = new Blobs();

    /** Blobs by the number of their key's row. */
    private static final class Blobs {
        private final RowStore keys = new RowStore(0);
        private final List<Optional<byte[]>> values = new ArrayList<>();

        void put(long low, long high, Optional<byte[]> value) {
            int row = keys.claim(low, high);
            if (row == values.size()) {
                values.add(value);
            } else {
                values.set(row, value);
            }
        }

        void remove(long low, long high) {
            int row = keys.remove(low, high);
            if (row >= 0) {
                values.set(row, Optional.empty());
            }
        }

        Optional<byte[]> get(long low, long high) {
            int row = keys.find(low, high);
            return row < 0 ? Optional.empty() : values.get(row);
        }

        void clear() {
            keys.clear();
            values.clear();
        }
    }

    @Override
    public TableKind kind() {
        return TableKind.BLOBS;
    }

    /** The bytes under a key; not to be changed. */
    public Optional<byte[]> get(long low, long high) {
        return changes.keys.find(low, high) >= 0 ? changes.get(low, high) : committed.get(low, high);
    }

    /** Writes bytes, which are not to be changed afterwards, over whatever the key held. */
    public void put(long low, long high, byte[] value) {
        changes.put(low, high, Optional.of(value));
    }

    /** Removes the bytes under a key; says whether there were any. */
    public boolean remove(long low, long high) {
        boolean there = get(low, high).isPresent();
        if (there) {
            changes.put(low, high, Optional.empty());
        }
        return there;
    }

    @Override
    public boolean changed() {
        return changes.keys.size() > 0;
    }

    @Override
    public void writeChanges(ByteSink target) {
        target.putInt(changes.keys.size());
        for (int row = 0; row < changes.keys.size(); row++) {
            write(changes, row, target);
        }
    }

    @Override
    public void keep() {
        for (int row = 0; row < changes.keys.size(); row++) {
            Optional<byte[]> value = changes.values.get(row);
            long low = changes.keys.keyLow(row);
            long high = changes.keys.keyHigh(row);
            if (value.isPresent()) {
                committed.put(low, high, value);
            } else {
                committed.remove(low, high);
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
            long high = source.getLong();
            if (put) {
                committed.put(low, high, Optional.of(source.getBytes()));
            } else {
                committed.remove(low, high);
            }
        }
    }

    @Override
    public void eachRow(RowBytes consumer) {
        for (int row : committed.keys.sortedRows()) {
            write(committed, row, consumer.sink());
            consumer.row();
        }
    }

    private static void write(Blobs blobs, int row, ByteSink target) {
        Optional<byte[]> value = blobs.values.get(row);
        target.putByte(value.isPresent() ? Change.PUT : Change.REMOVED);
        target.putLong(blobs.keys.keyLow(row));
        target.putLong(blobs.keys.keyHigh(row));
        value.ifPresent(target::putBytes);
    }
}
