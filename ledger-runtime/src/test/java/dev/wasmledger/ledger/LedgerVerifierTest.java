package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose bytes are in order and whose content is not: hashes alone would not show it. */
class LedgerVerifierTest {

    private static final DeploymentBody DEPLOYMENT = new DeploymentBody(Digest.of(), List.of());

    private final VolatileStorage storage = new VolatileStorage();

    @Test
    void findsAnAmountThatTheBooksDoNotBearOut() throws IOException {
        try (FrameLog log = FrameLog.open(storage, LogOptions.standard(), frame -> {})) {
            appendAccounts(log);
            Event event = new Event(
                    EventKind.SINGLE_PHASE,
                    300,
                    Samples.stamped(transfer(10, 1, 2, 5), 300),
                    Samples.balances(account(1), 0, 5, 0, 0, 200),
                    Samples.balances(account(2), 0, 0, 0, 6, 201));
            append(
                    log,
                    300,
                    new Command.Commit(TransferList.of(transfer(10, 1, 2, 5)), List.of(), List.of()),
                    new Answer.Transfers(new TransferResults(
                            TransferResultList.of(new TransferResult(TransferStatus.CREATED, 300)), List.of())),
                    EventList.of(event));
        }
        List<Long> progress = new ArrayList<>();
        LedgerVerification verification = LedgerVerifier.verify(storage, (bytes, of) -> progress.add(bytes));
        LedgerVerification.Problem problem = verification.problem().orElseThrow();
        assertThat(problem.sequence()).isEqualTo(4);
        assertThat(problem.message())
                .startsWith("ledger-000001.log: frame 4, at offset %d, is whole and cannot be right: after transfer "
                        .formatted(problem.offset()))
                .endsWith(" is not what the books make of it");
        assertThat(verification.head().sequence()).isEqualTo(3);
        assertThat(progress).hasSize(3).endsWith(verification.bytes());
        assertThatExceptionOfType(CorruptLogException.class)
                .as("opening it")
                .isThrownBy(() -> Ledger.open(JavaGraphs.honest(), storage, LogOptions.standard()))
                .withMessage(problem.message());
    }

    @Test
    void findsACommandThatNoDeploymentHasDecided() throws IOException {
        try (FrameLog log = FrameLog.open(storage, LogOptions.standard(), frame -> {})) {
            Command command = new Command.CreateAssets(List.of(Samples.CREDITS), List.of());
            append(log, 1, command, new Answer.Assets(List.of(AssetStatus.CREATED)), EventList.of());
        }
        assertThat(LedgerVerifier.verify(storage, (bytes, of) -> {})
                        .problem()
                        .orElseThrow()
                        .message())
                .endsWith("is whole and cannot be right: names a deployment that no frame before it introduces");
    }

    @Test
    void findsABodyOfAnotherFormat() throws IOException {
        try (FrameLog log = FrameLog.open(storage, LogOptions.standard(), frame -> {})) {
            appendAccounts(log);
            ByteSink body = new ByteSink();
            body.putInt(1000);
            log.append(FrameKind.COMMIT, 300, DEPLOYMENT.digest(), body.bytes());
        }
        assertThat(LedgerVerifier.verify(storage, (bytes, of) -> {})
                        .problem()
                        .orElseThrow()
                        .message())
                .endsWith("is whole and cannot be right: counts 1000 elements where 0 bytes are left");
    }

    @Test
    void saysSoWhereThereIsNoLog(@TempDir Path folder) {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> LedgerVerifier.verify(folder, (bytes, of) -> {}))
                .withMessage(folder.resolve("ledger-000001.log") + ": no ledger has been here");
        assertThat(folder).isEmptyDirectory();
    }

    private static void appendAccounts(FrameLog log) throws IOException {
        ByteSink body = new ByteSink();
        DEPLOYMENT.write(body);
        log.append(FrameKind.DEPLOYMENT, 1, DEPLOYMENT.digest(), body.bytes());
        append(
                log,
                100,
                new Command.CreateAssets(List.of(Samples.CREDITS), List.of()),
                new Answer.Assets(List.of(AssetStatus.CREATED)),
                EventList.of());
        append(
                log,
                200,
                new Command.CreateAccounts(AccountList.of(account(1), account(2)), List.of()),
                new Answer.Accounts(List.of(
                        new AccountResult(AccountStatus.CREATED, 200), new AccountResult(AccountStatus.CREATED, 201))),
                EventList.of());
    }

    private static void append(FrameLog log, long time, Command command, Answer answer, EventList events)
            throws IOException {
        ByteSink body = new ByteSink();
        CommandBody.write(command, answer, events, new TableStore()::writeChanges, body);
        log.append(command.kind(), time, DEPLOYMENT.digest(), body.bytes());
    }
}
