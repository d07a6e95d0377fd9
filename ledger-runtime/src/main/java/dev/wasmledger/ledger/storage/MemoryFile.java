package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pages of bytes, so that a file can grow without being copied, maybe over another file that stays as it is. */
final class MemoryFile implements StorageFile {

    private static final int PAGE_BYTES = 1 << 16;

    private final @Nullable StorageFile base;
    private final TreeMap<Long, byte[]> pages = new TreeMap<>();
    /** How much of the base is not cut off. */
    private long baseSize;

    private long size;

    /** An empty file. */
    MemoryFile() {
        this.base = null;
    }

    /** A file that holds what another one does until something else is written. */
    MemoryFile(StorageFile base) throws IOException {
        this.base = base;
        this.baseSize = base.size();
        this.size = baseSize;
    }

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized int read(ByteBuffer target, long offset) throws IOException {
        int count = Math.clamp(size - offset, 0, target.remaining());
        for (int done = 0; done < count; ) {
            int at = (int) ((offset + done) % PAGE_BYTES);
            int length = Math.min(PAGE_BYTES - at, count - done);
            byte[] page = pages.get((offset + done) / PAGE_BYTES);
            target.put(page == null ? ofBase((offset + done) / PAGE_BYTES) : page, at, length);
            done += length;
        }
        return count;
    }

    @Override
    public synchronized void write(ByteBuffer source, long offset) throws IOException {
        long at = offset;
        while (source.hasRemaining()) {
            byte[] page = page(at / PAGE_BYTES);
            int from = (int) (at % PAGE_BYTES);
            int length = Math.min(PAGE_BYTES - from, source.remaining());
            source.get(page, from, length);
            at += length;
        }
        size = Math.max(size, at);
    }

    private byte[] page(long number) throws IOException {
        byte[] page = pages.get(number);
        if (page == null) {
            page = ofBase(number);
            pages.put(number, page);
        }
        return page;
    }

    /** A page as it was before anything was written to it. */
    private byte[] ofBase(long number) throws IOException {
        byte[] page = new byte[PAGE_BYTES];
        int length = Math.clamp(baseSize - number * PAGE_BYTES, 0, PAGE_BYTES);
        if (base != null && length > 0) {
            base.read(ByteBuffer.wrap(page, 0, length), number * PAGE_BYTES);
        }
        return page;
    }

    @Override
    public synchronized void allocate(long wanted) {
        size = Math.max(size, wanted);
    }

    @Override
    public synchronized void truncate(long wanted) {
        if (wanted >= size) {
            return;
        }
        size = wanted;
        baseSize = Math.min(baseSize, wanted);
        pages.tailMap((wanted + PAGE_BYTES - 1) / PAGE_BYTES, true).clear();
        byte[] last = pages.get(wanted / PAGE_BYTES);
        if (last != null) {
            Arrays.fill(last, (int) (wanted % PAGE_BYTES), PAGE_BYTES, (byte) 0);
        }
    }

    @Override
    public void force() {
        // nothing here outlives the process
    }

    @Override
    public void close() {
        // open files are not counted
    }

    /** Lets go of the file below. */
    void closeBase() throws IOException {
        if (base != null) {
            base.close();
        }
    }
}
