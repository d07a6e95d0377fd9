package dev.wasmledger.ledger.internal.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Blobs with their keys, one behind the other in chunks of a mebibyte; a blob that is larger has a chunk to itself. What was
 * written stays as it is: a blob that is replaced is written anew, and a chunk in which none is meant any more is given up.
 */
final class BlobHeap {

    private static final int CHUNK_BYTES = 1 << 20;
    /** Key, then the number of bytes. */
    private static final int HEAD_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** By the upper half of an address; a chunk that was given up is empty until its number is used again. */
    private final List<Chunk> chunks = new ArrayList<>(List.of(new Chunk(0)));

    private final Deque<Integer> givenUp = new ArrayDeque<>();
    /** The number of the chunk that is being filled. */
    private int filling;

    private long size;
    private long live;

    private static final class Chunk {
        private final byte[] bytes;
        private int used;
        /** Bytes of blobs that are still meant. */
        private int live;

        Chunk(int size) {
            this.bytes = new byte[size];
        }
    }

    /** Takes a blob by its key and address. */
    @FunctionalInterface
    interface Visitor {
        void blob(long low, long high, long address);
    }

    /** Writes a blob; gives its address. */
    long add(long low, long high, byte[] value) {
        int blobSize = HEAD_BYTES + value.length;
        int number = blobSize > CHUNK_BYTES ? newChunk(blobSize) : roomFor(blobSize);
        Chunk chunk = chunks.get(number);
        int at = chunk.used;
        LONG.set(chunk.bytes, at, low);
        LONG.set(chunk.bytes, at + Long.BYTES, high);
        INT.set(chunk.bytes, at + 2 * Long.BYTES, value.length);
        System.arraycopy(value, 0, chunk.bytes, at + HEAD_BYTES, value.length);
        chunk.used += blobSize;
        chunk.live += blobSize;
        live += blobSize;
        return (long) number << Integer.SIZE | at;
    }

    byte[] get(long address) {
        return read(chunks, address);
    }

    /** A blob is not meant any more. */
    void release(long address) {
        int number = number(address);
        Chunk chunk = chunks.get(number);
        int blobSize = HEAD_BYTES + (int) INT.get(chunk.bytes, (int) address + 2 * Long.BYTES);
        chunk.live -= blobSize;
        live -= blobSize;
        if (chunk.live == 0 && number != filling) {
            giveUp(number);
        }
    }

    /**
     * Where more than half of all bytes are of blobs that are not meant any more: shows all blobs of the chunk that has the
     * most of those, for the others to be written anew, and gives it up. At most one chunk at a time, so that nobody waits.
     *
     * @param blobs releases each of its blobs that is still meant
     */
    void compact(Visitor blobs) {
        if (size <= 2 * live + 2 * CHUNK_BYTES) {
            return;
        }
        int worst = filling;
        for (int number = 0; number < chunks.size(); number++) {
            if (number != filling && dead(number) > (worst == filling ? 0 : dead(worst))) {
                worst = number;
            }
        }
        if (worst != filling) {
            Chunk chunk = chunks.get(worst);
            int at = 0;
            while (at < chunk.used) {
                blobs.blob(
                        (long) LONG.get(chunk.bytes, at),
                        (long) LONG.get(chunk.bytes, at + Long.BYTES),
                        (long) worst << Integer.SIZE | at);
                at += HEAD_BYTES + (int) INT.get(chunk.bytes, at + 2 * Long.BYTES);
            }
        }
    }

    /** All that can be read now, whatever is released later. Another thread may read it. */
    View view() {
        return new View(List.copyOf(chunks));
    }

    /** Blobs that do not change any more. */
    static final class View {
        private final List<Chunk> seen;

        private View(List<Chunk> seen) {
            this.seen = seen;
        }

        byte[] get(long address) {
            return read(seen, address);
        }
    }

    private int dead(int number) {
        Chunk chunk = chunks.get(number);
        return chunk.used - chunk.live;
    }

    private int roomFor(int blobSize) {
        Chunk chunk = chunks.get(filling);
        if (chunk.bytes.length - chunk.used < blobSize) {
            int full = filling;
            filling = newChunk(CHUNK_BYTES);
            if (chunk.live == 0) {
                giveUp(full);
            }
        }
        return filling;
    }

    private int newChunk(int chunkSize) {
        Chunk chunk = new Chunk(chunkSize);
        size += chunkSize;
        if (givenUp.isEmpty()) {
            chunks.add(chunk);
            return chunks.size() - 1;
        }
        int number = givenUp.pop();
        chunks.set(number, chunk);
        return number;
    }

    private void giveUp(int number) {
        size -= chunks.get(number).bytes.length;
        chunks.set(number, new Chunk(0));
        givenUp.push(number);
    }

    private static byte[] read(List<Chunk> chunks, long address) {
        byte[] bytes = chunks.get(number(address)).bytes;
        byte[] value = new byte[(int) INT.get(bytes, (int) address + 2 * Long.BYTES)];
        System.arraycopy(bytes, (int) address + HEAD_BYTES, value, 0, value.length);
        return value;
    }

    private static int number(long address) {
        return (int) (address >>> Integer.SIZE);
    }
}
