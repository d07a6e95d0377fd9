package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.InclusionProof;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.storage.FileStorage;
import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Looks into the log of a ledger that nobody has open. It needs no component and changes nothing. */
public final class LedgerLog {

    private LedgerLog() {}

    /**
     * A frame, in short.
     *
     * @param file the path of its segment
     * @param offset where it starts there, in bytes
     * @param bytes how many it takes
     * @param time nanoseconds since 1970-01-01T00:00:00Z
     * @param deployment the digest of the deployment that carried the command out
     * @param items how many assets, accounts or transfers the command is about; 0 in a deployment's frame
     * @param events how many events came of it
     * @param stopped the host's verdict, where it has stopped the command
     */
    public record Entry(
            long sequence,
            String file,
            long offset,
            long bytes,
            long time,
            FrameKind kind,
            Digest digest,
            Digest deployment,
            int items,
            int events,
            Optional<Verdict> stopped) {

        private static Entry of(Frame frame) {
            Optional<CommandBody> body =
                    frame.kind() == FrameKind.DEPLOYMENT ? Optional.empty() : Optional.of(new CommandBody(frame));
            return new Entry(
                    frame.sequence(),
                    frame.file(),
                    frame.offset(),
                    frame.end() - frame.offset(),
                    frame.time(),
                    frame.kind(),
                    frame.digest(),
                    frame.deployment(),
                    body.map(found -> found.command().items()).orElse(0),
                    body.map(found -> found.events().size()).orElse(0),
                    body.map(CommandBody::answer)
                            .filter(Answer.Stopped.class::isInstance)
                            .map(answer -> ((Answer.Stopped) answer).verdict()));
        }
    }

    /**
     * Gives all frames from one number to another, both included.
     *
     * @throws CorruptLogException where the log is damaged, once the frames before were given
     */
    public static void entries(Path state, long from, long to, Consumer<Entry> consumer) throws IOException {
        Ledger.requireLog(state);
        try (FileStorage storage = FileStorage.open(state)) {
            LogScan.run(storage, frame -> {
                if (frame.sequence() >= from && frame.sequence() <= to) {
                    consumer.accept(Entry.of(frame));
                }
            });
        }
    }

    /**
     * Proves that a transaction is in the log, to somebody who knows the log's head.
     *
     * @param id of the transaction, or of one of its transfers
     * @return empty where no command has ever named that id
     */
    public static Optional<InclusionProof> prove(Path state, U128 id) throws IOException {
        Ledger.requireLog(state);
        try (FileStorage storage = FileStorage.open(state)) {
            return prove(storage, id);
        }
    }

    static Optional<InclusionProof> prove(Storage storage, U128 id) throws IOException {
        OptionalLong sequence = find(storage, id);
        return sequence.isPresent()
                ? Optional.of(InclusionProof.find(storage, sequence.getAsLong()))
                : Optional.empty();
    }

    /** The frame that committed it; where there is none, the first that was asked to. */
    private static OptionalLong find(Storage storage, U128 id) throws IOException {
        long[] found = new long[2];
        LogScan.run(storage, frame -> {
            if (frame.kind() != FrameKind.DEPLOYMENT) {
                CommandBody body = new CommandBody(frame);
                found[0] = found[0] == 0 && body.committed(id) ? frame.sequence() : found[0];
                found[1] = found[1] == 0 && body.asksFor(id) ? frame.sequence() : found[1];
            }
        });
        long sequence = found[0] != 0 ? found[0] : found[1];
        return sequence == 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }

    /** What a frame says of an id. */
    public enum Mention {
        /** Something with that id was committed, or is part of what was. */
        COMMITTED,
        /** It was asked for, and not committed. */
        ASKED_FOR,
        /** Nothing. */
        ABSENT
    }

    /** What a frame, a proven one for instance, says of an id. */
    public static Mention mention(Frame frame, U128 id) {
        if (frame.kind() == FrameKind.DEPLOYMENT) {
            return Mention.ABSENT;
        }
        CommandBody body = new CommandBody(frame);
        if (body.committed(id)) {
            return Mention.COMMITTED;
        }
        return body.asksFor(id) ? Mention.ASKED_FOR : Mention.ABSENT;
    }
}
