package dev.wasmledger.ledger.storage;

import java.io.IOException;
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
}
