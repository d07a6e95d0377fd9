package dev.wasmledger.ledger;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.internal.commit.ComponentArchive;
import dev.wasmledger.ledger.internal.commit.DeploymentEntry;
import dev.wasmledger.ledger.internal.commit.Recovery;
import dev.wasmledger.ledger.internal.commit.Rehearsal;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.graph.ComponentGraphs;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.internal.snapshot.SnapshotFolder;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogCursor;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.storage.FileStorage;
import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.runtime.LinkException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes another deployment of a ledger the active one, by an entry in its log. Before that it says what changes, and what the last
 * commands would have come to. It holds the ledger until it is closed, so that what was shown is what is confirmed.
 *
 * <pre>{@code
 * try (Redeployment redeployment = Redeployment.of(Path.of("ledger.yaml"))) {
 *     redeployment.changes().forEach(System.out::println);
 *     redeployment.rehearse(100).differences().forEach(System.out::println);
 *     redeployment.confirm();
 * }
 * }</pre>
 *
 * <p>What components have in their tables stays there. An instance finds again what an instance of the same name left, the same
 * component or not, however long ago that was: what it missed in between, it does not know.
 */
public final class Redeployment implements AutoCloseable {

    private final Storage storage;
    private final FrameLog log;
    private final ComponentArchive archive;
    private final GraphSource next;
    private final History history;
    private final LongSupplier wallClock;

    private Redeployment(Storage storage, FrameLog log, GraphSource next, History history, LongSupplier wallClock) {
        this.storage = storage;
        this.log = log;
        this.archive = new ComponentArchive(storage);
        this.next = next;
        this.history = history;
        this.wallClock = wallClock;
    }

    /** A deployment that a log has made active, and the frame that did. */
    record Entry(long sequence, DeploymentBody deployment) {}

    /** What the log says of deployments. */
    private static final class History {
        private final List<Entry> entries = new ArrayList<>();
        private @Nullable Frame last;

        void frame(Frame frame) {
            if (frame.kind() == FrameKind.DEPLOYMENT) {
                entries.add(new Entry(frame.sequence(), DeploymentBody.read(frame)));
            } else {
                last = frame;
            }
        }

        Optional<Entry> active() {
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
        }

        Optional<Entry> activeAt(long sequence) {
            return entries.reversed().stream()
                    .filter(entry -> entry.sequence() <= sequence)
                    .findFirst();
        }

        /** The last nanosecond that belongs to a command. */
        long lastTime() {
            return last == null
                    ? 0
                    : last.time() + Math.max(new CommandBody(last).command().items(), 1) - 1;
        }
    }

    /** Which deployment is to become the active one, given those that the log knows. */
    @FunctionalInterface
    private interface Target {
        GraphSource in(History history, ComponentArchive archive) throws IOException;
    }

    /**
     * Prepares what a ledger's file describes to become the active deployment of its state.
     *
     * @param file the {@code ledger.yaml}
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException with everything for which it cannot be linked, or with what it
     *     has wrong under {@code config}
     */
    public static Redeployment of(Path file) throws IOException {
        LedgerFile described = LedgerFile.read(file);
        try {
            return of(Deployment.of(described), described.state());
        } catch (ConfigException e) {
            throw e.in(described);
        }
    }

    /**
     * Prepares a deployment to become the active one.
     *
     * @param state the ledger's folder; a ledger that is not there yet is created
     * @throws dev.wasmledger.ledger.storage.StorageInUseException if somebody else has the ledger open
     * @throws dev.wasmledger.ledger.log.CorruptLogException if the log has lost or changed something
     * @throws ConfigException if a component cannot use its config
     */
    public static Redeployment of(Deployment deployment, Path state) throws IOException {
        deployment.checkConfig();
        return of(deployment.source(), FileStorage.open(state), LogOptions.standard(), Redeployment::wallClock);
    }

    static Redeployment of(GraphSource next, Storage storage, LogOptions options, LongSupplier wallClock)
            throws IOException {
        return open((history, archive) -> next, storage, options, wallClock);
    }

    /**
     * Prepares a former deployment, whose component is kept beside the log, to become the active one again.
     *
     * @param sequence a frame that it was active at
     * @param limits what each of its instances may use
     * @throws IllegalArgumentException if the log had no deployment by then
     */
    public static Redeployment backTo(long sequence, LedgerFile.InstanceLimits limits, Path state) throws IOException {
        Ledger.requireLog(state);
        Target target = (history, archive) -> {
            DeploymentBody deployment = history.activeAt(sequence)
                    .orElseThrow(() -> new IllegalArgumentException("the log has no deployment at frame " + sequence))
                    .deployment();
            Digest component = deployment.composition();
            return ComponentGraphs.again(
                    archive.describe(component), archive.find(component), deployment, Deployment.limits(limits));
        };
        return open(target, FileStorage.open(state), LogOptions.standard(), Redeployment::wallClock);
    }

    private static long wallClock() {
        return Ledger.nanos(InstantSource.system());
    }

    private static Redeployment open(Target target, Storage storage, LogOptions options, LongSupplier wallClock)
            throws IOException {
        try {
            History history = new History();
            FrameLog log = FrameLog.open(storage, options, history::frame);
            try {
                GraphSource next = target.in(history, new ComponentArchive(storage));
                return new Redeployment(storage, log, next, history, wallClock);
            } catch (IOException | RuntimeException e) {
                log.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** The frame that made the deployment active that is so now; empty in a log that has none yet. */
    public Optional<Long> activeSince() {
        return history.active().map(Entry::sequence);
    }

    /** The digest of the deployment that is to become the active one. */
    public Digest digest() {
        return next.deployment().digest();
    }

    /** Whether it is the active one already. */
    public boolean isActive() {
        return history.active()
                .map(entry -> entry.deployment().digest().equals(digest()))
                .orElse(false);
    }

    /** What it differs in from the active one; from nothing where there is none. */
    public List<DeploymentChange> changes() {
        DeploymentBody before = history.active()
                .map(Entry::deployment)
                .orElse(new DeploymentBody(next.deployment().composition(), List.of()));
        return DeploymentChange.between(before, next.deployment());
    }

    /**
     * What the last commands would have come to.
     *
     * @param frames how many frames were carried out again from the log's end
     * @param commands how many of them hold a command
     */
    public record Rehearsed(long frames, long commands, List<OutcomeDifference> differences) {}

    /**
     * Carries the commands of the last frames out with the new deployment, as if it had been active since the first of them, over
     * the books as they were then; nothing of it is kept.
     *
     * @param frames how many; all of the log where it has not so many
     * @throws LinkException if the components do not fit the host, or trap before they can be called
     */
    public Rehearsed rehearse(long frames) throws IOException {
        long from = Math.max(0, log.durableHead().sequence() - frames);
        Recovery.Start start = Recovery.start(new SnapshotFolder(storage), from);
        Recovery before = start.recovery();
        long known = start.head().sequence();
        try (LogCursor cursor = log.follow(known + 1);
                Rehearsal rehearsal = new Rehearsal(next, before)) {
            for (long sequence = known + 1; sequence <= from; sequence++) {
                before.frame(cursor.next(sequence));
            }
            rehearsal.start();
            for (long sequence = from + 1; sequence <= log.durableHead().sequence(); sequence++) {
                rehearsal.frame(cursor.next(sequence));
            }
            return new Rehearsed(log.durableHead().sequence() - from, rehearsal.commands(), rehearsal.differences());
        } catch (GraphException e) {
            throw new LinkException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Makes the deployment the active one, unless it is so already. It is durable afterwards: the ledger opens with this
     * deployment and no other.
     *
     * @return the log's last frame
     */
    public Head confirm() throws IOException {
        if (!isActive()) {
            DeploymentEntry.append(log, archive, next, Math.max(wallClock.getAsLong(), history.lastTime() + 1));
            log.force();
        }
        return log.durableHead();
    }

    @Override
    public void close() throws IOException {
        try (storage) {
            log.close();
        }
    }
}
