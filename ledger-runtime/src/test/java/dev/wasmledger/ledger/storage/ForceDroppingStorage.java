package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Passes everything on but the {@code force} or {@code sync} that stands at one place of the code. */
public final class ForceDroppingStorage implements Storage {

    private final Storage storage;
    private final String dropped;
    private final Set<String> sites = new TreeSet<>();

    /** @param dropped the place, as {@link #sites} names it; empty for none */
    public ForceDroppingStorage(Storage storage, String dropped) {
        this.storage = storage;
        this.dropped = dropped;
    }

    /** The places in the code that have forced something so far, as {@code Class.java:line (method)}. */
    public Set<String> sites() {
        return sites;
    }

    private boolean isDropped() {
        String site = StackWalker.getInstance()
                .walk(frames -> frames.filter(
                                frame -> !frame.getClassName().startsWith(ForceDroppingStorage.class.getName()))
                        .map(frame -> "%s:%d (%s)"
                                .formatted(frame.getFileName(), frame.getLineNumber(), frame.getMethodName()))
                        .findFirst()
                        .orElseThrow());
        sites.add(site);
        return site.equals(dropped);
    }

    @Override
    public SortedSet<String> names() throws IOException {
        return storage.names();
    }

    @Override
    public void delete(String name) throws IOException {
        storage.delete(name);
    }

    @Override
    public boolean exists(String name) throws IOException {
        return storage.exists(name);
    }

    @Override
    public StorageFile open(String name) throws IOException {
        return new ForceDroppingFile(storage.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        storage.rename(from, to);
    }

    @Override
    public void sync() throws IOException {
        if (!isDropped()) {
            storage.sync();
        }
    }

    @Override
    public String describe(String name) {
        return storage.describe(name);
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }

    private final class ForceDroppingFile implements StorageFile {

        private final StorageFile file;

        ForceDroppingFile(StorageFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target, long offset) throws IOException {
            return file.read(target, offset);
        }

        @Override
        public void write(ByteBuffer source, long offset) throws IOException {
            file.write(source, offset);
        }

        @Override
        public void allocate(long size) throws IOException {
            file.allocate(size);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force() throws IOException {
            if (!isDropped()) {
                file.force();
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
