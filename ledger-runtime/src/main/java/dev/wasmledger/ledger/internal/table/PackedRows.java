package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Rows of u64 fields that nobody writes to at the moment, field by field: the least value that a field has in these rows, and
 * of each row how far its value lies above that, in as few bytes as the greatest of them needs. What is the same in all rows
 * takes nothing a row. So they lie in memory, and so they are written into snapshots (docs/log-format.md).
 */
final class PackedRows {

    /** How many there are at most: the number of each has seven bits. */
    private static final int MOST_ROWS = 128;

    /** In the byte that a field begins with: the width of its values, 0 to 8. */
    private static final int WIDTH = 15;
    /** In the same byte: that the least value is not 0, and follows. */
    private static final int BASED = 16;

    /** Behind the last value, so that eight bytes can be read wherever one starts, or none would. */
    private static final int SLACK = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The order of rows that stand as they come. */
    static final byte[] IN_ORDER = inOrder();

    private final int count;
    private final byte[] bytes;

    private PackedRows(int count, byte[] bytes) {
        this.count = count;
        this.bytes = bytes;
    }

    private static byte[] inOrder() {
        byte[] order = new byte[MOST_ROWS];
        for (int i = 0; i < MOST_ROWS; i++) {
            order[i] = (byte) i;
        }
        return order;
    }

    /** How many rows there are. */
    int count() {
        return count;
    }

    /**
     * Packs rows that stand one behind the other.
     *
     * @param fields u64 fields in each row, key and all
     */
    static PackedRows of(long[] rows, int fields, int count) {
        return new Packing(rows, IN_ORDER, fields, count).pack();
    }

    /**
     * Packs rows of an array in any order.
     *
     * @param order where in the array each row stands, in rows from its start
     */
    static PackedRows of(long[] rows, byte[] order, int fields, int count) {
        return new Packing(rows, order, fields, count).pack();
    }

    /** The same, where that takes three quarters of the rows' own bytes or less. */
    static Optional<PackedRows> ifSmaller(long[] rows, byte[] order, int fields, int count) {
        Packing packing = new Packing(rows, order, fields, count);
        return packing.size() <= count * fields * Long.BYTES / 4 * 3 ? Optional.of(packing.pack()) : Optional.empty();
    }

    /** One field of a row; the first ones are found fastest. */
    long get(int row, int field) {
        int at = 0;
        for (int i = 0; i < field; i++) {
            at += fieldBytes(bytes[at]);
        }
        return value(at, row);
    }

    /** Puts all fields of a row into an array. */
    void get(int row, long[] target, int offset, int fields) {
        int at = 0;
        for (int i = 0; i < fields; i++) {
            target[offset + i] = value(at, row);
            at += fieldBytes(bytes[at]);
        }
    }

    /** Puts all rows into an array, one behind the other. */
    void unpack(long[] target, int fields) {
        int at = 0;
        for (int i = 0; i < fields; i++) {
            int tag = bytes[at];
            int width = tag & WIDTH;
            int values = at + 1 + baseBytes(tag);
            long base = base(at, tag);
            long mask = mask(width);
            for (int row = 0; row < count; row++) {
                target[row * fields + i] = base + ((long) LONG.get(bytes, values + row * width) & mask);
            }
            at = values + count * width;
        }
    }

    /** Puts the number of rows, the number of bytes, and the bytes. */
    void write(ByteSink target) {
        target.putInt(count);
        target.putBytes(bytes, 0, bytes.length - SLACK);
    }

    /**
     * Takes what {@link #write} put.
     *
     * @param most how many rows there may be
     */
    static PackedRows read(ByteSource source, int fields, int most) {
        int count = source.getInt();
        byte[] bytes = source.getBytes(SLACK);
        if (count < 1 || count > most) {
            throw new MalformedFrameException("has a page of %s rows".formatted(Integer.toUnsignedString(count)));
        }
        PackedRows rows = new PackedRows(count, bytes);
        rows.check(fields);
        return rows;
    }

    private void check(int fields) {
        int end = bytes.length - SLACK;
        int at = 0;
        for (int i = 0; i < fields; i++) {
            if (at >= end || (bytes[at] & ~(WIDTH | BASED)) != 0 || (bytes[at] & WIDTH) > Long.BYTES) {
                throw new MalformedFrameException("has a page whose fields do not come one after the other");
            }
            at += fieldBytes(bytes[at]);
        }
        if (at != end) {
            throw new MalformedFrameException("has a page of %d bytes whose fields take %d".formatted(end, at));
        }
    }

    private int fieldBytes(int tag) {
        return 1 + baseBytes(tag) + count * (tag & WIDTH);
    }

    private long value(int at, int row) {
        int tag = bytes[at];
        int width = tag & WIDTH;
        return base(at, tag) + ((long) LONG.get(bytes, at + 1 + baseBytes(tag) + row * width) & mask(width));
    }

    private long base(int at, int tag) {
        return (tag & BASED) == 0 ? 0 : (long) LONG.get(bytes, at + 1);
    }

    private static int baseBytes(int tag) {
        return (tag & BASED) >>> 1;
    }

    /** As many ones as so many bytes have bits. */
    private static long mask(int width) {
        return width == 0 ? 0 : -1L >>> (Long.SIZE - width * Byte.SIZE);
    }

    /** Finds out what each field needs, and then writes it. */
    private static final class Packing {
        private final long[] rows;
        private final byte[] order;
        private final int fields;
        private final int count;
        private final long[] least;
        private final long[] greatest;

        Packing(long[] rows, byte[] order, int fields, int count) {
            this.rows = rows;
            this.order = order;
            this.fields = fields;
            this.count = count;
            this.least = new long[fields];
            this.greatest = new long[fields];
            for (int i = 0; i < fields; i++) {
                measure(i);
            }
        }

        private void measure(int field) {
            long min = Long.MAX_VALUE;
            long max = Long.MIN_VALUE;
            for (int row = 0; row < count; row++) {
                long value = rows[order[row] * fields + field];
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
            least[field] = min;
            greatest[field] = max;
        }

        /** Of signed numbers, the difference of two is right as an unsigned one. */
        private int tag(int field) {
            int bits = Long.SIZE - Long.numberOfLeadingZeros(greatest[field] - least[field]);
            return (bits + Byte.SIZE - 1) / Byte.SIZE | (least[field] == 0 ? 0 : BASED);
        }

        int size() {
            int size = 0;
            for (int i = 0; i < fields; i++) {
                int tag = tag(i);
                size += 1 + baseBytes(tag) + count * (tag & WIDTH);
            }
            return size;
        }

        PackedRows pack() {
            byte[] bytes = new byte[size() + SLACK];
            int at = 0;
            for (int i = 0; i < fields; i++) {
                int tag = tag(i);
                bytes[at++] = (byte) tag;
                if ((tag & BASED) != 0) {
                    LONG.set(bytes, at, least[i]);
                    at += Long.BYTES;
                }
                int width = tag & WIDTH;
                if (width > 0) {
                    at = values(i, width, bytes, at);
                }
            }
            return new PackedRows(count, bytes);
        }

        /** Each value is written with all its eight bytes; what comes next covers those that are zeros. */
        private int values(int field, int width, byte[] bytes, int from) {
            int at = from;
            for (int row = 0; row < count; row++) {
                LONG.set(bytes, at, rows[order[row] * fields + field] - least[field]);
                at += width;
            }
            return at;
        }
    }
}
