package dev.wasmledger.ledger.storage;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What another storage holds, and what is written over it, which stays in memory and is gone with the process: the other one is
 * left as it is. Any thread may use it.
 */
public final class ScratchStorage implements Storage {

    private final Storage base;
    private final TreeMap<String, MemoryFile> files = new TreeMap<>();
    /** Names that mean nothing of the base any more. */
    private final Set<String> hidden = new HashSet<>();

    /** Takes the storage over: it is closed with this one. */
    public ScratchStorage(Storage base) {
        this.base = base;
    }

    @Override
    public synchronized SortedSet<String> names() throws IOException {
        SortedSet<String> names = new TreeSet<>(base.names());
        names.removeAll(hidden);
        names.addAll(files.keySet());
        return Collections.unmodifiableSortedSet(names);
    }

    @Override
    public synchronized boolean exists(String name) throws IOException {
        return files.containsKey(name) || isOfBase(name);
    }

    private boolean isOfBase(String name) throws IOException {
        return !hidden.contains(name) && base.exists(name);
    }

    @Override
    public synchronized StorageFile open(String name) throws IOException {
        MemoryFile file = files.get(name);
        if (file == null) {
            file = isOfBase(name) ? new MemoryFile(base.open(name)) : new MemoryFile();
            files.put(name, file);
            hidden.add(name);
        }
        return file;
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        if (!exists(from)) {
            throw new IOException(describe(from) + ": no such file");
        }
        open(from);
        MemoryFile gone = files.put(to, files.remove(from));
        hidden.add(to);
        if (gone != null) {
            gone.closeBase();
        }
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        hidden.add(name);
        MemoryFile gone = files.remove(name);
        if (gone != null) {
            gone.closeBase();
        }
    }

    @Override
    public void sync() {
        // nothing here outlives the process
    }

    @Override
    public String describe(String name) {
        return base.describe(name);
    }

    @Override
    public synchronized void close() throws IOException {
        try (base) {
            for (MemoryFile file : files.values()) {
                file.closeBase();
            }
        }
    }
}
