package dev.wasmledger.ledger;

import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.commit.Appender;
import dev.wasmledger.ledger.internal.commit.CommitPath;
import dev.wasmledger.ledger.internal.commit.ComponentArchive;
import dev.wasmledger.ledger.internal.commit.Recovery;
import dev.wasmledger.ledger.internal.commit.Waiting;
import dev.wasmledger.ledger.internal.commit.Writer;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.internal.projection.ProjectionReader;
import dev.wasmledger.ledger.internal.snapshot.SnapshotFolder;
import dev.wasmledger.ledger.internal.snapshot.SnapshotPolicy;
import dev.wasmledger.ledger.internal.snapshot.Snapshots;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogCursor;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.LogStatus;
import dev.wasmledger.ledger.log.Segments;
import dev.wasmledger.ledger.log.TornTail;
import dev.wasmledger.ledger.storage.FileStorage;
import dev.wasmledger.ledger.storage.MemoryStorage;
import dev.wasmledger.ledger.storage.ScratchStorage;
import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.runtime.LinkException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An open ledger. Any number of threads may use it: commands and questions go through one writer in the order in which they
 * come. Small commands that wait together are carried out as one, each answered as if it had been alone, and whatever waits
 * together is forced to disk together: an application need not put transfers together that do not belong together. Where more
 * waits than {@link LedgerOptions#waitingItems}, whoever submits waits as well, or is refused.
 */
public final class Ledger implements Questions, AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger("dev.wasmledger.ledger");

    private static final String ENGINE_ALONE = "ledger: in-memory\nengine: wasmledger:engine@0.1.0\n";

    private final GraphSource source;
    private final Storage storage;
    private final FrameLog log;
    private final Writer writer;
    private final ProjectionReader reader;
    private final Snapshots snapshots;
    private final List<String> passedOver;
    private final InstantSource clock;

    private Ledger(
            GraphSource source,
            Storage storage,
            FrameLog log,
            CommitPath path,
            Appender appender,
            LedgerOptions options,
            Snapshots snapshots,
            List<String> passedOver) {
        this.source = source;
        this.storage = storage;
        this.log = log;
        this.reader = new ProjectionReader(source, log);
        this.clock = options.clock();
        this.snapshots = snapshots;
        this.passedOver = passedOver;
        this.writer = new Writer(path, appender, snapshots, reader::published, options);
    }

    /**
     * Opens the ledger that a file describes: links its components, and runs them over its state, which is created where
     * there is none and recovered where a crash has left something. Nothing is written but the state.
     *
     * @param file the {@code ledger.yaml}
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException with everything that is wrong with the file, or with what it
     *     has under {@code config}
     * @throws dev.wasmledger.ledger.storage.StorageInUseException if somebody else has the ledger open
     * @throws dev.wasmledger.ledger.log.CorruptLogException if the log has lost or changed something
     * @throws DeploymentDiffersException if the log has another deployment active: {@link Redeployment} changes that
     * @throws LinkException if the components do not fit the host, or trap before they can be called
     */
    public static Ledger open(Path file) throws IOException {
        return open(file, LedgerOptions.standard());
    }

    /** The same, with a clock, or a bound on what waits, of the application's own. */
    public static Ledger open(Path file, LedgerOptions options) throws IOException {
        LedgerFile described = LedgerFile.read(file);
        try {
            return open(Deployment.of(described), described.state(), options, described.snapshots());
        } catch (ConfigException e) {
            throw e.in(described);
        }
    }

    /** A new ledger that is gone with the process, and is nothing but the engine that ships: for tests. */
    public static Ledger inMemory() {
        return inMemory(ENGINE_ALONE);
    }

    /**
     * A new ledger that is gone with the process: for tests of what an application does with its ledger.
     *
     * @param yaml what a {@code ledger.yaml} in the working directory would say; its {@code state} counts for nothing
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException with everything that is wrong with that
     * @throws LinkException if the components do not fit the host, or trap before they can be called
     */
    public static Ledger inMemory(String yaml) {
        return inMemory(yaml, LedgerOptions.standard());
    }

    /** The same, with a clock that the test moves, say: to the end of a timeout, or of a policy's period. */
    public static Ledger inMemory(String yaml, LedgerOptions options) {
        return inMemory(LedgerFile.parse("ledger.yaml", yaml), options);
    }

    /**
     * A new ledger that is gone with the process, made of what a file names: the same without the file's state.
     *
     * @param file the {@code ledger.yaml}
     */
    public static Ledger inMemory(Path file) {
        return inMemory(file, LedgerOptions.standard());
    }

    /** The same, with a clock, or a bound on what waits, of its own. */
    public static Ledger inMemory(Path file, LedgerOptions options) {
        return inMemory(LedgerFile.read(file), options);
    }

    private static Ledger inMemory(LedgerFile file, LedgerOptions options) {
        try {
            return inMemory(Deployment.of(file), options);
        } catch (ConfigException e) {
            throw e.in(file);
        }
    }

    /**
     * A new ledger that is gone with the process, of components that were put together already.
     *
     * @throws ConfigException if a component cannot use its config
     */
    public static Ledger inMemory(Deployment deployment, LedgerOptions options) {
        deployment.checkConfig();
        try {
            return open(
                    deployment.source(),
                    new MemoryStorage(),
                    LogOptions.standard(),
                    options,
                    SnapshotPolicy.of(LedgerFile.Snapshots.NONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not from memory
        }
    }

    /**
     * Opens a ledger, creates it where there is none, and recovers what a crash has left.
     *
     * @param state the ledger's folder
     * @throws dev.wasmledger.ledger.storage.StorageInUseException if somebody else has the ledger open
     * @throws dev.wasmledger.ledger.log.CorruptLogException if the log has lost or changed something
     * @throws DeploymentDiffersException if the log has another deployment active: {@link Redeployment} changes that
     * @throws LinkException if the components do not fit the host, or trap before they can be called
     * @throws ConfigException if a component cannot use its config; the state is left as it was
     */
    public static Ledger open(Deployment deployment, Path state) throws IOException {
        return open(deployment, state, LedgerOptions.standard());
    }

    /** The same, with a clock, or a bound on what waits, of the application's own. */
    public static Ledger open(Deployment deployment, Path state, LedgerOptions options) throws IOException {
        return open(deployment, state, options, LedgerFile.Snapshots.STANDARD);
    }

    /** The same, with snapshots as a file says. */
    public static Ledger open(Deployment deployment, Path state, LedgerOptions options, LedgerFile.Snapshots snapshots)
            throws IOException {
        deployment.checkConfig();
        return open(
                deployment.source(),
                FileStorage.open(state),
                LogOptions.standard(),
                options,
                SnapshotPolicy.of(snapshots));
    }

    /**
     * Makes sure that a ledger has been in a folder, for those who only want to read: opening one creates it.
     *
     * @param state the ledger's folder
     * @throws NoSuchFileException if there is no log
     */
    public static void requireLog(Path state) throws NoSuchFileException {
        Path log = state.resolve(Segments.name(1));
        if (!Files.exists(log)) {
            throw new NoSuchFileException(log.toString(), null, "no ledger has been here");
        }
    }

    /**
     * A ledger that begins where the one in a folder stands. What becomes of it stays in memory and is gone with the process: the
     * folder is left as it is, and is nobody else's as long as this ledger is open.
     *
     * @param state the ledger's folder
     * @throws NoSuchFileException if there is no log
     * @throws ConfigException if a component cannot use its config
     */
    public static Ledger scratch(Deployment deployment, Path state) throws IOException {
        requireLog(state);
        deployment.checkConfig();
        Storage storage = new ScratchStorage(FileStorage.open(state));
        return open(
                deployment.source(),
                storage,
                LogOptions.standard(),
                LedgerOptions.standard(),
                SnapshotPolicy.of(LedgerFile.Snapshots.NONE));
    }

    /** Takes over the storage, which is closed with the ledger, or when opening fails. */
    static Ledger open(GraphSource source, Storage storage, LogOptions logged) throws IOException {
        return open(source, storage, logged, LedgerOptions.standard());
    }

    static Ledger open(GraphSource source, Storage storage, LogOptions logged, LedgerOptions options)
            throws IOException {
        return open(source, storage, logged, options, SnapshotPolicy.of(LedgerFile.Snapshots.STANDARD));
    }

    static Ledger open(
            GraphSource source, Storage storage, LogOptions logged, LedgerOptions options, SnapshotPolicy policy)
            throws IOException {
        try {
            SnapshotFolder folder = new SnapshotFolder(storage);
            Recovery.Start start = Recovery.start(folder);
            start.passedOver().forEach(problem -> LOGGER.log(System.Logger.Level.WARNING, problem));
            Recovery recovery = start.recovery();
            FrameLog log = recovery.foldAll(handler -> FrameLog.open(storage, logged, start.head(), handler));
            requireActive(source, recovery, log);
            Appender appender = new Appender(log);
            CommitPath path = new CommitPath(
                    source,
                    appender,
                    new ComponentArchive(storage),
                    recovery,
                    () -> again(folder, log),
                    () -> nanos(options.clock()));
            try {
                path.start();
            } catch (GraphException | RuntimeException e) {
                appender.close();
                throw e;
            }
            Snapshots snapshots = new Snapshots(folder, policy, start.bytes(), recovery.bytes());
            return new Ledger(source, storage, log, path, appender, options, snapshots, start.passedOver());
        } catch (GraphException e) {
            storage.close();
            throw new LinkException(String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** What opening the ledger would find now. */
    private static Recovery again(SnapshotFolder folder, FrameLog log) throws IOException {
        Recovery.Start start = Recovery.start(folder);
        return start.recovery().foldAll(handler -> {
            log.read(start.head(), handler);
            return start.recovery();
        });
    }

    /** A ledger goes on with the deployment that its log has active; one that has none takes what it is given. */
    private static void requireActive(GraphSource source, Recovery recovery, FrameLog log) throws IOException {
        Digest given = source.deployment().digest();
        Optional<Digest> active = recovery.deployment();
        if (active.isPresent() && !active.get().equals(given)) {
            log.close();
            throw new DeploymentDiffersException(active.get(), given);
        }
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z. */
    static long nanos(InstantSource clock) {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /**
     * Creates assets. As with every command, the result comes once it is durable; what depends on it must not wait for the
     * ledger itself.
     *
     * @param assets at most {@link Limits#COMMAND_ITEMS}
     * @param metadata of these assets, by number
     * @return fails with an {@link IOException} where the log cannot be written, with an {@link IllegalArgumentException}
     *     where the command does not fit into a frame
     */
    public CompletableFuture<CommandResult<List<AssetStatus>>> createAssets(
            List<Asset> assets, List<Metadata> metadata) {
        return writer.submit(new Command.CreateAssets(List.copyOf(assets), List.copyOf(metadata)))
                .thenApply(done -> result(done, answer -> ((Answer.Assets) answer).statuses()));
    }

    /**
     * Creates accounts.
     *
     * @param accounts at most {@link Limits#COMMAND_ITEMS}
     * @param metadata of these accounts, by id
     * @return as {@link #createAssets}
     */
    public CompletableFuture<CommandResult<List<AccountResult>>> createAccounts(
            List<Account> accounts, List<Metadata> metadata) {
        return writer.submit(new Command.CreateAccounts(AccountList.copyOf(accounts), List.copyOf(metadata)))
                .thenApply(done -> result(done, answer -> ((Answer.Accounts) answer).results()));
    }

    /**
     * Commits transfers, one after the other.
     *
     * @param transfers at most {@link Limits#COMMAND_ITEMS}
     * @param transactions which chains of them are one thing to people
     * @param metadata of these transfers, by id
     * @return as {@link #createAssets}
     */
    public CompletableFuture<CommandResult<TransferResults>> commit(
            List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata) {
        Command command =
                new Command.Commit(TransferList.copyOf(transfers), List.copyOf(transactions), List.copyOf(metadata));
        return writer.submit(command).thenApply(done -> result(done, answer -> ((Answer.Transfers) answer).results()));
    }

    private static <A> CommandResult<A> result(CommitPath.Done done, Function<Answer, A> carried) {
        return done.answer() instanceof Answer.Stopped(Verdict verdict)
                ? new CommandResult.Stopped<>(verdict, done.sequence().orElseThrow())
                : new CommandResult.Carried<>(carried.apply(done.answer()), done.sequence());
    }

    /** {@inheritDoc} Answers what is durable, everything included that was submitted before. */
    @Override
    public <T> T ask(Function<dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger, T> question)
            throws IOException, QueryFailedException {
        return writer.ask(question);
    }

    /**
     * When the last thing happened that a frame of the log is about: what {@link #balancesAt} is to be asked for the books as
     * they were when that frame was the last one. What a later frame imports into earlier times is among it all the same.
     *
     * @param sequence from 1 to that of {@link #head}
     * @return nanoseconds since 1970-01-01T00:00:00Z
     * @throws IllegalArgumentException if the log has no such frame
     */
    public long timeOf(long sequence) throws IOException {
        long last = head().sequence();
        if (sequence < 1 || sequence > last) {
            throw new IllegalArgumentException("no frame %d; the last one is %d".formatted(sequence, last));
        }
        try (LogCursor cursor = log.follow(sequence)) {
            return lastMoment(cursor.next(sequence));
        }
    }

    /** A deployment's frame has the time of the command that is about to be carried out, and nothing happens at it. */
    private static long lastMoment(Frame frame) {
        return frame.kind() == FrameKind.DEPLOYMENT
                ? frame.time() - 1
                : frame.time() + Math.max(new CommandBody(frame).command().items(), 1) - 1;
    }

    /**
     * Finds out what would come of {@link #commit}, who would decide it, and how: books, tables and log are left as they are.
     *
     * @return fails with an {@link IOException} where the ledger cannot go on
     */
    public CompletableFuture<Tried> tryOut(
            List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata) {
        var command =
                new Command.Commit(TransferList.copyOf(transfers), List.copyOf(transactions), List.copyOf(metadata));
        return writer.tryOut(command).thenApply(attempt -> tried(command, attempt));
    }

    private static Tried tried(Command.Commit command, CommitPath.Attempt attempt) {
        if (attempt.answer() instanceof Answer.Stopped(Verdict verdict)) {
            return new Tried.Stopped(verdict, attempt.trace());
        }
        TransferResults results = ((Answer.Transfers) attempt.answer()).results();
        return new Tried.Carried(results, Deciders.of(command.transfers(), results), attempt.events(), attempt.trace());
    }

    /**
     * Takes a transaction back: posts a transaction of the opposite transfers, on today's date in UTC. Its id, and those of its
     * transfers, follow from the id of what it takes back: sent again, nothing more is done.
     */
    public Reversal revert(U128 transaction) throws IOException, QueryFailedException {
        return revert(
                transaction, Reverter.derivedId(transaction), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * The same with an id and a day of the caller's choice: another id is for another attempt, where the engine refused the first
     * one for a reason that used its ids up.
     *
     * @param id of the transaction that takes the other one back
     * @param day that it counts from
     */
    public Reversal revert(U128 transaction, U128 id, LocalDate day) throws IOException, QueryFailedException {
        return new Reverter(this, transaction, id, day).run();
    }

    /** The names of the projections. */
    public SortedSet<String> projections() {
        return source.projections();
    }

    /**
     * What a projection says of all that is committed now. The first question makes it read the whole log.
     *
     * @throws IllegalArgumentException if there is no such projection
     */
    public ProjectionReport report(String projection) throws IOException, QueryFailedException {
        if (!projections().contains(projection)) {
            throw new IllegalArgumentException("no projection '%s'; there are %s".formatted(projection, projections()));
        }
        return Waiting.on(reader.report(projection));
    }

    /** The last frame that is on disk. */
    public Head head() {
        return log.durableHead();
    }

    /** Whether commands can be carried out; if not, why. What was acknowledged can be read in any case. */
    public LogStatus status() {
        return log.status();
    }

    /** What a crash had left, and opening has cut off. */
    public Optional<TornTail> tornTail() {
        return log.tornTail();
    }

    /**
     * Takes a snapshot of all that is durable now, and waits until it is on disk. Commands go on meanwhile.
     *
     * @return the frame that it stands on
     */
    public Head snapshot() throws IOException, QueryFailedException {
        Snapshots.Request request = snapshots.ask();
        while (snapshots.isWaiting(request)) {
            snapshots.writing().join();
            known(List.of()); // so that the writer comes by
        }
        return Waiting.on(request.done());
    }

    /** What is wrong with snapshots that opening the ledger has passed over; the log had everything that was in them. */
    public List<String> snapshotsPassedOver() {
        return passedOver;
    }

    /** Finishes what has been submitted, seals the log and lets go of the state. */
    @Override
    public void close() throws IOException {
        try (storage) {
            reader.close();
            writer.close();
            snapshots.close();
        }
    }
}
