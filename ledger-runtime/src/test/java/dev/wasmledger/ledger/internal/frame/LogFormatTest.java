package dev.wasmledger.ledger.internal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.composer.ComposedInstance.Role;
import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.table.BlobTable;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.FrameLog;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.log.Segments;
import dev.wasmledger.ledger.storage.StorageFile;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the format that docs/log-format.md describes: logs that were written once must stay readable. */
class LogFormatTest {

    private static final Path EXPECTED = Path.of("src/test/resources/log-format/version-4.hex");
    private static final int BYTES_A_LINE = 32;

    private static final Digest DEPLOYMENT = Digest.parse("ab".repeat(Digest.BYTES));
    private static final U128 ID = new U128(1, 2);
    private static final U128 OTHER = new U128(3, 4);
    private static final List<Metadata> METADATA = List.of(new Metadata(ID, List.of(new Entry("name", "Größe"))));
    private static final Transfer TRANSFER = new Transfer(
            ID,
            ID,
            OTHER,
            new U128(5, 6),
            new U128(7, 8),
            new U128(9, 10),
            11,
            12,
            13,
            14,
            (short) 15,
            TransferFlags.LINKED,
            16);
    private static final Transaction TRANSACTION =
            new Transaction(ID, -1, OTHER, "INV-7", List.of(new Entry("note", "ß")));

    private static final List<Command> COMMANDS = List.of(
            new Command.CreateAssets(List.of(new Asset(9, (byte) 2, "EUR"), new Asset(8, (byte) 39, "X")), METADATA),
            new Command.CreateAccounts(AccountList.of(account(ID), account(OTHER)), METADATA),
            new Command.Commit(TransferList.of(TRANSFER, TRANSFER, TRANSFER, TRANSFER), List.of(TRANSACTION), METADATA),
            new Command.Commit(TransferList.of(TRANSFER), List.of(), List.of()),
            new Command.Expire(7));

    private static final List<Answer> ANSWERS = List.of(
            new Answer.Assets(List.of(AssetStatus.CREATED, AssetStatus.SCALE_TOO_LARGE)),
            new Answer.Accounts(List.of(
                    new AccountResult(AccountStatus.EXISTS, 1),
                    new AccountResult(AccountStatus.CODE_MUST_NOT_BE_ZERO, 2))),
            new Answer.Transfers(new TransferResults(
                    TransferResultList.of(
                            new TransferResult(TransferStatus.CREATED, 3),
                            new TransferResult(TransferStatus.EXISTS, 4),
                            new TransferResult(TransferStatus.EXCEEDS_CREDITS, 5),
                            new TransferResult(TransferStatus.VETOED, 0)),
                    List.of(new Veto(3, "limit", "too much")))),
            new Answer.Stopped(new Verdict("engine", "unreachable")),
            new Answer.Expired(1));

    private static final List<EventList> EVENTS = List.of(
            EventList.of(),
            EventList.of(),
            EventList.of(event(EventKind.TWO_PHASE_PENDING)),
            EventList.of(),
            EventList.of(event(EventKind.TWO_PHASE_EXPIRED)));

    /** What is in logs is the place of a case: it must never change. */
    @Test
    void givesEachCaseTheCodeThatItAlwaysHad() {
        assertThat(List.of(AssetStatus.values()).indexOf(AssetStatus.EXISTS)).isEqualTo(5);
        assertThat(List.of(AccountStatus.values()).indexOf(AccountStatus.LEDGER_NOT_FOUND))
                .isEqualTo(25);
        assertThat(List.of(TransferStatus.values()).indexOf(TransferStatus.EXISTS))
                .isEqualTo(21);
        assertThat(List.of(TransferStatus.values()).indexOf(TransferStatus.VETOED))
                .isEqualTo(71);
        assertThat(List.of(EventKind.values()).indexOf(EventKind.TWO_PHASE_EXPIRED))
                .isEqualTo(4);
        assertThat(Role.values())
                .containsExactly(Role.ENGINE, Role.PROGRAM, Role.POLICY, Role.GATE, Role.PROJECTION, Role.COMPONENT);
    }

    @Test
    void writesWhatItAlwaysWrote() throws IOException {
        String written = hex(log());
        if (Boolean.getBoolean("bless")) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, written);
        }
        assertThat(written)
                .as("a log's bytes; -Dbless=true rewrites %s, and the format needs a new number then", EXPECTED)
                .isEqualTo(Files.readString(EXPECTED));
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        try (StorageFile file = storage.open(Segments.name(1))) {
            String hex = Files.readString(EXPECTED).replace("\n", "");
            file.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)), 0);
        }
        List<Frame> frames = new ArrayList<>();
        LogScan scan = LogScan.run(storage, frames::add);
        assertThat(scan.sealed()).isTrue();
        assertThat(DeploymentBody.read(frames.get(0))).isEqualTo(parts());
        TableStore tables = new TableStore();
        for (int i = 0; i < COMMANDS.size(); i++) {
            Frame frame = frames.get(i + 1);
            CommandBody body = new CommandBody(frame);
            assertThat(frame.kind()).isEqualTo(COMMANDS.get(i).kind());
            assertThat(frame.time()).isEqualTo(100 + i);
            assertThat(body.command()).isEqualTo(COMMANDS.get(i));
            assertThat(body.answer()).isEqualTo(ANSWERS.get(i));
            assertThat(body.events()).isEqualTo(EVENTS.get(i));
            tables.fold(body.writes());
        }
        assertThat(tables.digest()).isEqualTo(tables().digest());
    }

    private static VolatileStorage log() throws IOException {
        VolatileStorage storage = new VolatileStorage();
        try (FrameLog log =
                FrameLog.open(storage, new LogOptions(1 << 16, 1 << 16, Runnable::run, () -> 42), frame -> {})) {
            ByteSink body = new ByteSink();
            parts().write(body);
            log.append(FrameKind.DEPLOYMENT, 99, DEPLOYMENT, body.bytes());
            for (int i = 0; i < COMMANDS.size(); i++) {
                body.clear();
                TableStore writes = i == 2 ? changedTables() : new TableStore();
                CommandBody.write(COMMANDS.get(i), ANSWERS.get(i), EVENTS.get(i), writes::writeChanges, body);
                log.append(COMMANDS.get(i).kind(), 100 + i, DEPLOYMENT, body.bytes());
            }
        }
        return storage;
    }

    private static TableStore tables() {
        TableStore tables = changedTables();
        tables.keep();
        return tables;
    }

    private static TableStore changedTables() {
        TableStore tables = new TableStore();
        ((HashedTable) tables.open("engine", "accounts", TableKind.HASHED8))
                .put(1, 2, new long[] {1, 2, 3, 4, 5, 6, 7, 8});
        ((HashedTable) tables.open("engine", "transfers", TableKind.HASHED16)).put(1, 2, new long[16]);
        OrderedTable ordered = (OrderedTable) tables.open("engine", "by-time", TableKind.ORDERED8);
        ordered.put(new OrderedTable.Key(1, 2, 3), new long[8]);
        ordered.put(new OrderedTable.Key(1, 2, 4), new long[8]);
        ordered.remove(new OrderedTable.Key(1, 2, 4));
        ((BlobTable) tables.open("gate", "notes", TableKind.BLOBS)).put(5, 6, new byte[] {1, 2, 3});
        return tables;
    }

    private static DeploymentBody parts() {
        SortedMap<String, String> config = new TreeMap<>(Map.of("policy", "limit", "most", "100"));
        return new DeploymentBody(
                DEPLOYMENT,
                List.of(new DeploymentBody.Part("gate-limit", Role.GATE, "wasmledger:gate@0.1.0", DEPLOYMENT, config)));
    }

    private static Event event(EventKind kind) {
        return new Event(kind, 27, TRANSFER, account(ID), account(OTHER));
    }

    private static Account account(U128 id) {
        return new Account(
                id,
                new U128(12, 13),
                new U128(14, 15),
                new U128(16, 17),
                new U128(18, 19),
                new U128(20, 21),
                22,
                23,
                24,
                (short) 25,
                AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS,
                26);
    }

    private static String hex(VolatileStorage storage) throws IOException {
        try (StorageFile file = storage.open(Segments.name(1))) {
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            file.read(bytes, 0);
            return HexFormat.of().formatHex(bytes.array()).replaceAll(".{" + 2 * BYTES_A_LINE + "}", "$0\n") + "\n";
        }
    }
}
