package dev.wasmledger.ledger;

import dev.wasmledger.ledger.internal.books.ContradictionException;
import dev.wasmledger.ledger.internal.commit.Folding;
import dev.wasmledger.ledger.internal.commit.Recovery;
import dev.wasmledger.ledger.internal.snapshot.BadSnapshotException;
import dev.wasmledger.ledger.internal.snapshot.SnapshotFolder;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.log.TornTail;
import dev.wasmledger.ledger.storage.FileStorage;
import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Proves a ledger's log and the snapshots beside it, or says where they are broken. It needs no component and changes nothing. */
public final class LedgerVerifier {

    private final String path;
    private final SnapshotFolder folder;
    /** Those that no frame has come for yet, the one with the first frame first. */
    private final Deque<SnapshotFolder.Entry> unseen = new ArrayDeque<>();

    private final List<LedgerVerification.Snapshot> snapshots = new ArrayList<>();
    private final long size;
    private final Progress progress;
    private final Recovery recovery = new Recovery();
    private final Folding folding = new Folding(recovery);
    private long bytes;

    private LedgerVerifier(Storage storage, Progress progress) throws IOException {
        this.path = storage.describe("");
        this.folder = new SnapshotFolder(storage);
        folder.entries().forEach(unseen::addFirst);
        this.size = LogScan.size(storage);
        this.progress = progress;
    }

    /** Is told how far it has come. */
    @FunctionalInterface
    public interface Progress {

        /** So many bytes have been read, of so many. */
        void read(long bytes, long of);
    }

    /**
     * Reads the log of a ledger that nobody has open.
     *
     * @param state the ledger's folder
     * @throws NoSuchFileException if there is no log
     * @throws dev.wasmledger.ledger.storage.StorageInUseException if somebody has the ledger open
     */
    public static LedgerVerification verify(Path state, Progress progress) throws IOException {
        Ledger.requireLog(state);
        try (FileStorage storage = FileStorage.open(state)) {
            return verify(storage, progress);
        }
    }

    static LedgerVerification verify(Storage storage, Progress progress) throws IOException {
        LedgerVerifier verifier = new LedgerVerifier(storage, progress);
        try (verifier.folding) {
            return verifier.run(storage);
        }
    }

    private LedgerVerification run(Storage storage) throws IOException {
        try {
            LogScan scan = scan(storage);
            takeUnseen();
            progress.read(size, size);
            return result(scan.sealed(), scan.tornTail(), imbalance());
        } catch (CorruptLogException e) {
            LedgerVerification.Problem problem =
                    new LedgerVerification.Problem(e.offset(), e.sequence(), String.valueOf(e.getMessage()));
            return result(false, Optional.empty(), Optional.of(problem));
        }
    }

    /** What is wrong with a frame counts before what is wrong behind it. */
    private LogScan scan(Storage storage) throws IOException {
        try {
            LogScan scan = LogScan.run(storage, this::take);
            folding.settle();
            return scan;
        } catch (IOException e) {
            folding.settle();
            throw e;
        }
    }

    private void take(Frame frame) throws IOException {
        folding.frame(frame);
        bytes += frame.end() - frame.offset();
        progress.read(bytes, size);
        if (!unseen.isEmpty() && unseen.getFirst().sequence() == frame.sequence()) {
            folding.settle();
            compareSnapshot();
        }
    }

    /** Holds a snapshot against what the frames up to its own add up to. */
    private void compareSnapshot() throws IOException {
        SnapshotFolder.Entry entry = unseen.remove();
        Optional<String> problem = Optional.empty();
        try {
            folder.read(entry, recovery.comparing());
        } catch (BadSnapshotException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        snapshots.add(new LedgerVerification.Snapshot(folder.describe(entry), entry.sequence(), problem));
    }

    private void takeUnseen() {
        for (SnapshotFolder.Entry entry : unseen) {
            snapshots.add(new LedgerVerification.Snapshot(
                    folder.describe(entry),
                    entry.sequence(),
                    Optional.of("%s: the log ends with frame %d, before the one that this stands on"
                            .formatted(folder.describe(entry), recovery.head().sequence()))));
        }
    }

    private Optional<LedgerVerification.Problem> imbalance() {
        try {
            recovery.books().checkBalance();
            return Optional.empty();
        } catch (ContradictionException e) {
            return Optional.of(new LedgerVerification.Problem(
                    recovery.bytes(), recovery.head().sequence(), path + ": " + e.getMessage()));
        }
    }

    private LedgerVerification result(
            boolean sealed, Optional<TornTail> tornTail, Optional<LedgerVerification.Problem> problem) {
        return new LedgerVerification(
                path,
                recovery.head(),
                recovery.bytes(),
                recovery.commands(),
                recovery.transfers(),
                recovery.books().accountCount(),
                recovery.tables().digest(),
                sealed,
                tornTail,
                snapshots,
                problem);
    }
}
