package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A folder that is gone with the process: for ledgers that nobody wants to keep. Any thread may use it. */
public final class MemoryStorage implements Storage {

    private final TreeMap<String, MemoryFile> files = new TreeMap<>();

    @Override
    public synchronized SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
    }

    @Override
    public synchronized boolean exists(String name) {
        return files.containsKey(name);
    }

    @Override
    public synchronized StorageFile open(String name) {
        return files.computeIfAbsent(name, key -> new MemoryFile());
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        MemoryFile file = files.remove(from);
        if (file == null) {
            throw new IOException(from + ": no such file");
        }
        files.put(to, file);
    }

    @Override
    public synchronized void delete(String name) {
        files.remove(name);
    }

    @Override
    public void sync() {
        // nothing here outlives the process
    }

    @Override
    public String describe(String name) {
        return "memory:" + name;
    }

    @Override
    public void close() {
        // nobody else can take it
    }

    /** Pages of bytes, so that a file can grow without being copied. */
    private static final class MemoryFile implements StorageFile {

        private static final int PAGE_BYTES = 1 << 16;

        private final TreeMap<Long, byte[]> pages = new TreeMap<>();
        private long size;

        @Override
        public synchronized long size() {
            return size;
        }

        @Override
        public synchronized int read(ByteBuffer target, long offset) {
            int count = Math.clamp(size - offset, 0, target.remaining());
            for (int done = 0; done < count; ) {
                int at = (int) ((offset + done) % PAGE_BYTES);
                int length = Math.min(PAGE_BYTES - at, count - done);
                byte[] page = pages.get((offset + done) / PAGE_BYTES);
                target.put(page == null ? new byte[PAGE_BYTES] : page, at, length);
                done += length;
            }
            return count;
        }

        @Override
        public synchronized void write(ByteBuffer source, long offset) {
            long at = offset;
            while (source.hasRemaining()) {
                byte[] page = pages.computeIfAbsent(at / PAGE_BYTES, key -> new byte[PAGE_BYTES]);
                int from = (int) (at % PAGE_BYTES);
                int length = Math.min(PAGE_BYTES - from, source.remaining());
                source.get(page, from, length);
                at += length;
            }
            size = Math.max(size, at);
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
    }
}
