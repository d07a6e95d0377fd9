package dev.wasmledger.ledger;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.commit.ComponentArchive;
import dev.wasmledger.ledger.internal.commit.Replay;
import dev.wasmledger.ledger.internal.commit.Requests;
import dev.wasmledger.ledger.internal.commit.TransactionMentions;
import dev.wasmledger.ledger.internal.graph.ComponentGraphs;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.storage.FileStorage;
import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The path that a transaction took: which commands asked for it, what each component on the way did with it, and what came later.
 * The log says what was decided; how, the components say again that decided it, over the books as they were then.
 *
 * @param requests the commands that asked for it, in the log's order; none where no frame names it
 * @param later what happened to its transfers afterwards, in the log's order
 */
public record TransactionPath(List<Request> requests, List<Later> later) {

    /**
     * A command that asked for it.
     *
     * @param sequence its frame
     * @param time nanoseconds since 1970-01-01T00:00:00Z
     * @param size how many transfers the command has
     * @param deployment the digest of the deployment that decided
     * @param deployedAt the frame that made it active
     * @param items the transfers of the transaction
     * @param same whether the components decided the same again; if not, the log is to be audited
     */
    public record Request(
            long sequence, long time, int size, Digest deployment, long deployedAt, List<Item> items, boolean same) {}

    /**
     * A transfer of the transaction, as it was requested.
     *
     * @param index where it stands in its command, from 0
     * @param asset empty where the books have no such asset
     * @param debitText what the books say of the debit account
     * @param creditText what the books say of the credit account
     * @param text what the command says of the transfer
     * @param decision what became of it
     * @param stages the components that it went through, in their order; none where the host stopped the command
     */
    public record Item(
            int index,
            Transfer transfer,
            Optional<Asset> asset,
            List<Entry> debitText,
            List<Entry> creditText,
            List<Entry> text,
            Decision decision,
            List<Stage> stages) {}

    /**
     * A component instance on the way.
     *
     * @param component what the deployment names
     * @param verdict what it did with the transfer
     * @param reason for people to read; may be empty
     * @param trace what it has to say about the whole command
     */
    public record Stage(
            String instance, String component, Digest digest, String verdict, String reason, List<String> trace) {}

    /**
     * Something that happened to one of its transfers afterwards.
     *
     * @param sequence the frame
     * @param time nanoseconds since 1970-01-01T00:00:00Z
     * @param transfer which one; the transaction itself where it was reverted
     * @param by the transfer or transaction that did it; empty where time did
     */
    public record Later(long sequence, long time, What what, U128 transfer, Optional<U128> by) {

        /** What happened. */
        public enum What {
            /** A component added it to a command that does not name it. */
            ADDED,
            /** What it reserved was moved, all or part of it. */
            POSTED,
            /** What it reserved is free again. */
            VOIDED,
            /** What it reserved is free again, because the time for it has passed. */
            EXPIRED,
            /** Another transaction took it back. */
            REVERTED
        }
    }

    public TransactionPath {
        requests = List.copyOf(requests);
        later = List.copyOf(later);
    }

    /**
     * Looks for a transaction in the log of a ledger that nobody has open; changes nothing.
     *
     * @param state the ledger's folder
     * @param ids of the transaction, or of one of its transfers: any that may be meant
     * @param limits what each instance may use
     * @param progress is told how far the first of two readings of the log has come
     * @throws java.nio.file.NoSuchFileException if there is no log, or a component that is needed is not there
     */
    public static TransactionPath find(
            Path state, Collection<U128> ids, LedgerFile.InstanceLimits limits, LedgerVerifier.Progress progress)
            throws IOException {
        Ledger.requireLog(state);
        try (FileStorage storage = FileStorage.open(state)) {
            return find(
                    storage,
                    ids,
                    (path, component, deployment) ->
                            ComponentGraphs.again(path, component, deployment, Deployment.limits(limits)),
                    progress);
        }
    }

    static TransactionPath find(
            Storage storage, Collection<U128> ids, Replay.Sources sources, LedgerVerifier.Progress progress)
            throws IOException {
        long size = LogScan.size(storage);
        long[] read = new long[1];
        TransactionMentions mentions = new TransactionMentions(ids);
        LogScan.run(storage, frame -> {
            mentions.frame(frame);
            read[0] += frame.end() - frame.offset();
            progress.read(read[0], size);
        });
        progress.read(size, size);
        if (mentions.requests().isEmpty()) {
            return new TransactionPath(List.of(), mentions.later());
        }
        try (Requests requests = new Requests(ids, mentions.requests(), new ComponentArchive(storage), sources)) {
            LogScan.run(storage, requests);
            return new TransactionPath(requests.found(), mentions.later());
        }
    }
}
