package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.snapshot.Marks;
import dev.wasmledger.ledger.internal.snapshot.SnapshotFolder;
import dev.wasmledger.ledger.internal.snapshot.SnapshotHandler;
import dev.wasmledger.ledger.internal.snapshot.StateSnapshot;
import dev.wasmledger.ledger.internal.table.BlobTable;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What frames add up to for somebody who only wants to know which there were: a text for each, by number, in a table. */
final class FrameTable implements SnapshotHandler {

    private static final Marks NO_MARKS = new Marks(Optional.empty(), 0);

    private final TableStore store = new TableStore();
    private final TableStore noBooks = new TableStore();
    private Head head = Head.ofEmptyLog();

    /** Takes a frame in. */
    void add(long sequence, String text) {
        table().put(sequence, 0, text.getBytes(StandardCharsets.UTF_8));
        store.keep();
    }

    private BlobTable table() {
        return (BlobTable) store.open("test", "texts", TableKind.BLOBS);
    }

    /** The frame that the snapshot stands on from which this was loaded. */
    Head head() {
        return head;
    }

    /** The texts of all frames from the first one on. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        Optional<byte[]> next = table().get(1, 0);
        while (next.isPresent()) {
            texts.add(new String(next.get(), StandardCharsets.UTF_8));
            next = table().get(texts.size() + 1, 0);
        }
        return texts;
    }

    /** Writes a snapshot, and takes away those that are older than the one before. */
    void writeSnapshot(Storage storage, Head durable) throws IOException {
        try (StateSnapshot state = new StateSnapshot(durable, NO_MARKS, store.snapshot(), noBooks.snapshot())) {
            new SnapshotFolder(storage).write(state, 2, () -> false);
        }
    }

    /**
     * Reads all snapshots, and gives the newest one; where there is none, an empty table.
     *
     * @throws IOException if one of them is not in order: no crash leaves such a thing
     */
    static FrameTable newest(Storage storage) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(storage);
        FrameTable newest = new FrameTable();
        for (SnapshotFolder.Entry entry : folder.entries()) {
            FrameTable read = new FrameTable();
            read.head = folder.read(entry, read);
            newest = newest.head.sequence() == 0 ? read : newest;
        }
        return newest;
    }

    @Override
    public void marks(Marks marks) {
        if (!marks.equals(NO_MARKS)) {
            throw new AssertionError("marks " + marks);
        }
    }

    @Override
    public void tables(ByteSource section) {
        store.load(section);
    }

    @Override
    public void books(ByteSource section) {
        noBooks.load(section);
    }

    @Override
    public void end() {
        // all of it has come
    }
}
