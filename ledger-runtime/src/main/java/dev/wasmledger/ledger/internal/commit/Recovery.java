package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.internal.books.Books;
import dev.wasmledger.ledger.internal.books.ContradictionException;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.internal.snapshot.Marks;
import dev.wasmledger.ledger.internal.snapshot.SnapshotFolder;
import dev.wasmledger.ledger.internal.snapshot.SnapshotHandler;
import dev.wasmledger.ledger.internal.table.StateMisuseException;
import dev.wasmledger.ledger.internal.table.StoreComparison;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameHandler;
import dev.wasmledger.ledger.log.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds the frames of a log into tables and books, and holds each frame to the same rules as when it was appended. No
 * component takes part.
 */
public final class Recovery implements FrameHandler {

    private final TableStore tables = new TableStore();
    private final Books books = new Books(tables);
    private Optional<Digest> deployment = Optional.empty();
    private Head head = Head.ofEmptyLog();
    private long bytes;
    private long commands;
    private long transfers;

    /**
     * What there is to start from.
     *
     * @param recovery the log's frames up to one, folded
     * @param head that frame
     * @param bytes how many bytes the snapshot has, 0 where there was none
     * @param passedOver what is wrong with the snapshots that are newer
     */
    public record Start(Recovery recovery, Head head, long bytes, List<String> passedOver) {}

    /**
     * Starts with the newest snapshot that is in order, and from nothing where there is none.
     *
     * @throws CorruptLogException if a snapshot shows that the log has lost something
     */
    public static Start start(SnapshotFolder folder) throws IOException {
        return start(folder, Long.MAX_VALUE);
    }

    /** The same from a snapshot that stands on some frame at most. */
    public static Start start(SnapshotFolder folder, long most) throws IOException {
        List<String> passedOver = new ArrayList<>();
        for (SnapshotFolder.Entry entry : folder.entries()) {
            if (entry.sequence() > most) {
                continue;
            }
            Recovery recovery = new Recovery();
            try {
                Head head = folder.read(entry, recovery.loading());
                return new Start(recovery, head, folder.size(entry), passedOver);
            } catch (CorruptLogException e) {
                throw e;
            } catch (IOException e) {
                passedOver.add(String.valueOf(e.getMessage()));
            }
        }
        return new Start(new Recovery(), Head.ofEmptyLog(), 0, passedOver);
    }

    public TableStore tables() {
        return tables;
    }

    public Books books() {
        return books;
    }

    /** The digest of the deployment that the last frame was decided by. */
    public Optional<Digest> deployment() {
        return deployment;
    }

    /** The last frame that was folded. */
    public Head head() {
        return head;
    }

    /** How many bytes the frames take that were folded. */
    public long bytes() {
        return bytes;
    }

    /** Gives frames, the first one first. */
    @FunctionalInterface
    public interface Frames<T> {
        T give(FrameHandler handler) throws IOException;
    }

    /**
     * Folds frames beside whoever gives them.
     *
     * @return what that gives beside
     * @throws CorruptLogException of the first frame that is not in order
     */
    public <T> T foldAll(Frames<T> frames) throws IOException {
        try (Folding folding = new Folding(this)) {
            T given = given(frames, folding);
            tables.settleFolded();
            return given;
        }
    }

    private static <T> T given(Frames<T> frames, Folding folding) throws IOException {
        try {
            return frames.give(folding);
        } catch (IOException e) {
            folding.settle(); // a frame before may be wrong as well
            throw e;
        }
    }

    /** Takes in a snapshot instead of the frames that it stands for. */
    public SnapshotHandler loading() {
        return new SnapshotHandler() {

            @Override
            public void marks(Marks marks) {
                deployment = marks.deployment();
                books.load(marks.lastTimestamp());
            }

            @Override
            public void tables(ByteSource section) {
                tables.load(section);
            }

            @Override
            public void books(ByteSource section) {
                books.load(section);
            }

            @Override
            public void end() {
                // what was loaded is what was written
            }
        };
    }

    /** Holds a snapshot against what was folded. */
    public SnapshotHandler comparing() {
        StoreComparison tableRows = tables.compare();
        StoreComparison bookRows = books.compare();
        return new SnapshotHandler() {

            @Override
            public void marks(Marks marks) {
                if (!marks.equals(Recovery.this.marks())) {
                    throw new MalformedFrameException("names another time or deployment than the log's frames");
                }
            }

            @Override
            public void tables(ByteSource section) {
                tableRows.take(section);
            }

            @Override
            public void books(ByteSource section) {
                bookRows.take(section);
            }

            @Override
            public void end() {
                tableRows.end();
                bookRows.end();
            }
        };
    }

    private Marks marks() {
        return new Marks(deployment, books.lastTimestamp());
    }

    /** How many frames hold a command. */
    public long commands() {
        return commands;
    }

    /** How many transfers were committed. */
    public long transfers() {
        return transfers;
    }

    @Override
    public void frame(Frame frame) throws CorruptLogException {
        fold(DecodedFrame.of(frame));
    }

    void fold(DecodedFrame decoded) throws CorruptLogException {
        Frame frame = decoded.frame();
        try {
            fold(frame, decoded.content());
            bytes += frame.end() - frame.offset();
            head = new Head(frame.sequence(), frame.digest());
        } catch (MalformedFrameException | ContradictionException | StateMisuseException e) {
            tables.drop();
            books.drop();
            throw new CorruptLogException(
                    frame.file(), frame.offset(), frame.sequence(), "is whole and cannot be right: " + e.getMessage());
        }
    }

    private void fold(Frame frame, DecodedFrame.Content content) throws ContradictionException {
        switch (content) {
            case DecodedFrame.Content.Malformed(String problem) -> throw new MalformedFrameException(problem);
            case DecodedFrame.Content.Deployment(Digest digest) -> {
                if (!digest.equals(frame.deployment())) {
                    throw new MalformedFrameException("introduces a deployment under another one's digest");
                }
                deployment = Optional.of(digest);
            }
            case DecodedFrame.Content.Carried carried -> fold(frame, carried);
        }
    }

    private void fold(Frame frame, DecodedFrame.Content.Carried carried) throws ContradictionException {
        if (!deployment.equals(Optional.of(frame.deployment()))) {
            throw new MalformedFrameException("names a deployment that no frame before it introduces");
        }
        books.fold(carried.command(), frame.time(), carried.answer(), carried.events());
        tables.fold(carried.writes());
        books.keep();
        tables.keep();
        commands++;
        transfers += carried.events().size();
    }
}
