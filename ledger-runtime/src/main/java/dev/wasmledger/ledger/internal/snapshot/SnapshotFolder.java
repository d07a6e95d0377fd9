package dev.wasmledger.ledger.internal.snapshot;

import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The snapshots beside a log. One that can be seen under its own name is whole, and durable. */
public final class SnapshotFolder {

    private static final Pattern NAME = Pattern.compile("snapshot-(\\d{15})\\.rows");
    private static final String FRESH_FILE = "snapshot.next";

    private final Storage storage;

    public SnapshotFolder(Storage storage) {
        this.storage = storage;
    }

    /**
     * A file that should hold a snapshot.
     *
     * @param sequence the number of the frame that it should stand on
     */
    public record Entry(String name, long sequence) {}

    /** The file of a snapshot that stands on a frame. */
    static String name(long sequence) {
        return "snapshot-%015d.rows".formatted(sequence);
    }

    /** All there are, the newest one first. */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : storage.names()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                entries.addFirst(new Entry(name, Long.parseLong(matcher.group(1))));
            }
        }
        return entries;
    }

    /** What people call a snapshot's file. */
    public String describe(Entry entry) {
        return storage.describe(entry.name());
    }

    /** How many bytes a snapshot has. */
    public long size(Entry entry) throws IOException {
        try (StorageFile file = storage.open(entry.name())) {
            return file.size();
        }
    }

    /**
     * Writes a snapshot down; it is durable afterwards, and only then some of the older ones are taken away.
     *
     * @param keep how many stay, with this one; at least 1
     * @param abandoned whether nobody wants it any more; asked now and then
     * @return how many bytes it has
     */
    public long write(StateSnapshot state, int keep, BooleanSupplier abandoned) throws IOException {
        long bytes;
        try {
            try (StorageFile file = storage.open(FRESH_FILE)) {
                file.truncate(0);
                bytes = new SnapshotWriter(file, abandoned).write(state);
            }
            storage.rename(FRESH_FILE, name(state.head().sequence()));
            storage.sync();
        } catch (IOException e) {
            deleteFresh(e);
            throw e;
        }
        for (Entry older : entries().stream().skip(keep).toList()) {
            storage.delete(older.name());
        }
        return bytes;
    }

    /** It may have filled the disk, which the log needs. */
    private void deleteFresh(IOException reason) {
        try {
            storage.delete(FRESH_FILE);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Reads a snapshot and holds it against the log that it should stand on.
     *
     * @return the frame that it stands on
     * @throws BadSnapshotException if it is not what was written, or stands on another log
     * @throws CorruptLogException if it is, and the log has lost the frame
     */
    public Head read(Entry entry, SnapshotHandler handler) throws IOException {
        String path = describe(entry);
        try (StorageFile file = storage.open(entry.name())) {
            SnapshotReader reader = new SnapshotReader(file, path);
            Head head = reader.head();
            if (head.sequence() != entry.sequence()) {
                throw new BadSnapshotException(
                        path, "stands on frame %d, and not on what its name says".formatted(head.sequence()));
            }
            checkTie(path, head);
            reader.read(handler);
            return head;
        }
    }

    private void checkTie(String path, Head head) throws IOException {
        switch (LogScan.find(storage, head)) {
            case SAME -> {}
            case OTHER ->
                throw new BadSnapshotException(
                        path, "stands on another log: its frame %d has another digest".formatted(head.sequence()));
            case ABSENT -> throw LogScan.lost(storage, head.sequence(), path);
        }
    }
}
