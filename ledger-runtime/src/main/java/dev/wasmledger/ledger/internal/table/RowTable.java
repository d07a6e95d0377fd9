package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.internal.frame.Records;

/** A table whose rows have a fixed number of u64 fields. In the log a row is a record: whether it was put, its key, its fields. */
abstract sealed class RowTable extends Table permits HashedTable, OrderedTable {

    /** Where a record has its key, behind whether it was put. */
    private static final int KEY = 1;

    private final int width;
    /** Where a record has its fields. */
    private final int fields;

    private boolean derived;

    RowTable(TableKind kind, int width) {
        super(kind, width);
        this.width = width;
        this.fields = KEY + (kind.hasMinor() ? 3 : 2);
    }

    /** From here on, the log has its rows of zeros and no others: what the others hold follows from what else a frame says. */
    final void derive() {
        derived = true;
    }

    @Override
    final int writes() {
        if (!derived) {
            return changes.count();
        }
        int writes = 0;
        for (int entry = 0; entry < changes.count(); entry++) {
            writes += isWritten(entry) ? 1 : 0;
        }
        return writes;
    }

    private boolean isWritten(int entry) {
        return !derived || (changes.isPut(entry) && isZero(entry));
    }

    final boolean isZero(long[] row, int at) {
        for (int field = 0; field < width; field++) {
            if (row[at + field] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    final void writeChanges(ByteSink target) {
        int count = target.reserveInt();
        int writes = 0;
        Records records = new Records(fields + width);
        long[] record = new long[fields + width];
        for (int entry = 0; entry < changes.count(); entry++) {
            if (isWritten(entry)) {
                writes++;
                record[0] = changes.isPut(entry) ? Change.PUT : Change.REMOVED;
                record[KEY] = changes.keyLow(entry);
                record[KEY + 1] = changes.keyHigh(entry);
                if (kind().hasMinor()) {
                    record[KEY + 2] = changes.keyMinor(entry);
                }
                if (changes.isPut(entry)) {
                    copy(entry, record, fields);
                }
                records.put(record, 0, target);
            }
        }
        target.fillInt(count, writes);
    }

    @Override
    final void fold(ByteSource source) {
        int count = source.getCount(Records.leastBytes(fields + width));
        Records records = new Records(fields + width);
        for (int i = 0; i < count; i++) {
            long[] record = records.get(source);
            boolean put = Change.isPut(record[0]);
            long minor = kind().hasMinor() ? record[KEY + 2] : 0;
            if (derived && !(put && isZero(record, fields) && !contains(record[KEY], record[KEY + 1], minor))) {
                throw new MalformedFrameException("writes a row that does not follow from its events");
            }
            if (put) {
                foldPut(record[KEY], record[KEY + 1], minor, record, fields);
            } else {
                foldRemove(record[KEY], record[KEY + 1], minor);
            }
        }
    }

    /** Copies the row under the key of one of {@link #changes}, where there is one. */
    abstract void copy(int entry, long[] target, int at);

    /** Whether the row under the key of one of {@link #changes}, where there is one, holds nothing but zeros. */
    abstract boolean isZero(int entry);

    abstract boolean contains(long low, long high, long minor);

    /** Puts a row, whose fields stand in an array from an offset on. */
    abstract void foldPut(long low, long high, long minor, long[] row, int at);

    abstract void foldRemove(long low, long high, long minor);
}
