package dev.wasmledger.ledger;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.internal.commit.ComponentArchive;
import dev.wasmledger.ledger.internal.commit.Replay;
import dev.wasmledger.ledger.internal.graph.ComponentGraphs;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameHandler;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.storage.FileStorage;
import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of carrying a whole log out again, with the components that it names: hashes show that a log was not changed by
 * somebody who does not know how, this shows that it says what the components decide.
 *
 * @param head the last frame that was looked at
 * @param executed how many commands were carried out again
 * @param stopped how many commands the host had stopped; that is taken as given
 * @param problem the first difference, or the damage that ended it, with file, frame and offset
 */
public record LedgerAudit(Head head, long executed, long stopped, Optional<String> problem) {

    /**
     * Audits the log of a ledger that nobody has open. Of the ledger's state it uses the log and the components that are kept
     * beside it, and changes nothing.
     *
     * @param state the ledger's folder
     * @param limits what each instance may use
     * @param progress is told how far it has come
     * @throws java.nio.file.NoSuchFileException if there is no log, or a component that it names is not there
     */
    public static LedgerAudit run(Path state, LedgerFile.InstanceLimits limits, LedgerVerifier.Progress progress)
            throws IOException {
        Ledger.requireLog(state);
        try (FileStorage storage = FileStorage.open(state)) {
            return run(
                    storage,
                    (path, component, deployment) ->
                            ComponentGraphs.again(path, component, deployment, Deployment.limits(limits)),
                    progress);
        }
    }

    static LedgerAudit run(Storage storage, Replay.Sources sources, LedgerVerifier.Progress progress)
            throws IOException {
        long size = LogScan.size(storage);
        try (Replay replay = new Replay(new ComponentArchive(storage), sources)) {
            Auditor auditor = new Auditor(replay, size, progress);
            try {
                LogScan.run(storage, auditor);
                progress.read(size, size);
                return auditor.result(Optional.empty());
            } catch (CorruptLogException | Replay.DifferenceException e) {
                return auditor.result(Optional.of(String.valueOf(e.getMessage())));
            }
        }
    }

    private static final class Auditor implements FrameHandler {

        private final Replay replay;
        private final long size;
        private final LedgerVerifier.Progress progress;
        private Head head = Head.ofEmptyLog();
        private long bytes;

        Auditor(Replay replay, long size, LedgerVerifier.Progress progress) {
            this.replay = replay;
            this.size = size;
            this.progress = progress;
        }

        @Override
        public void frame(Frame frame) throws IOException {
            replay.frame(frame);
            head = new Head(frame.sequence(), frame.digest());
            bytes += frame.end() - frame.offset();
            progress.read(bytes, size);
        }

        LedgerAudit result(Optional<String> problem) {
            return new LedgerAudit(head, replay.executed(), replay.stopped(), problem);
        }
    }
}
