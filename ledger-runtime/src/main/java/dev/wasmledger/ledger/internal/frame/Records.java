package dev.wasmledger.ledger.internal.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A run of records of u64 words. Of each word stands how far it lies from the same word of the record before, in as many bytes
 * as that takes: a tag of four bits for each word, which says how many, then the bytes. What neighbours have in common takes
 * nothing but its tag.
 */
public final class Records {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int words;
    /** The record before. */
    private final long[] last;

    /** @param words of each record */
    public Records(int words) {
        this.words = words;
        this.last = new long[words];
    }

    /** The fewest bytes that a record takes. */
    public static int leastBytes(int words) {
        return (words + 1) / 2;
    }

    /** Puts a record, which stands in an array from an offset on. */
    public void put(long[] record, int from, ByteSink sink) {
        int tags = sink.size();
        int value = tags + leastBytes(words);
        byte[] target = sink.array(leastBytes(words) + (words + 1) * Long.BYTES); // each value is put with eight bytes
        for (int word = 0; word + 1 < words; word += 2) {
            long first = record[from + word] - last[word];
            long second = record[from + word + 1] - last[word + 1];
            int tag = 0;
            if ((first | second) != 0) { // mostly neither has changed
                last[word] += first;
                last[word + 1] += second;
                LONG.set(target, value, fold(first));
                tag = bytes(first);
                value += tag;
                LONG.set(target, value, fold(second));
                tag |= bytes(second) << 4;
                value += tag >>> 4;
            }
            target[tags++] = (byte) tag;
        }
        if (words % 2 != 0) {
            long difference = record[from + words - 1] - last[words - 1];
            last[words - 1] += difference;
            LONG.set(target, value, fold(difference));
            target[tags] = (byte) bytes(difference);
            value += bytes(difference);
        }
        sink.moveTo(value);
    }

    /** Takes the next record; its words stand in the array until the call after. */
    public long[] get(ByteSource source) {
        source.addRecord(last);
        return last;
    }

    /** A small number for a small difference, of whatever sign. */
    private static long fold(long difference) {
        return difference << 1 ^ difference >> 63;
    }

    static long unfold(long folded) {
        return folded >>> 1 ^ -(folded & 1);
    }

    /** How many bytes a difference takes, folded. */
    private static int bytes(long difference) {
        return (Long.SIZE + 7 - Long.numberOfLeadingZeros(fold(difference))) >>> 3;
    }
}
