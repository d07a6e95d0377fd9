package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.internal.commit.Recovery;
import dev.wasmledger.ledger.internal.snapshot.Marks;
import dev.wasmledger.ledger.internal.snapshot.SnapshotFolder;
import dev.wasmledger.ledger.internal.snapshot.SnapshotPolicy;
import dev.wasmledger.ledger.internal.snapshot.StateSnapshot;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.ledger.log.CorruptLogException;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Head;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.log.LogScan;
import dev.wasmledger.ledger.log.Segments;
import dev.wasmledger.ledger.storage.MemoryStorage;
import dev.wasmledger.ledger.storage.Storage;
import dev.wasmledger.ledger.storage.VolatileStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledgers that start from snapshots, and from those that are none. */
class LedgerSnapshotTest {

    private static final LogOptions OPTIONS = new LogOptions(4000, 8000, Runnable::run, () -> 42);
    private static final SnapshotPolicy WHEN_ASKED = new SnapshotPolicy(1, 0, Runnable::run);

    private final VolatileStorage storage = new VolatileStorage();
    private Optional<Account> expected = Optional.empty();

    @Test
    void startsFromTheNewestOneAndTheLogBehindIt() throws Exception {
        Head snapshot = prepare();
        storage.flipBit(Segments.name(1), 8 * 1000L);
        try (Ledger ledger = open(WHEN_ASKED)) {
            assertThat(ledger.lookupAccounts(List.of(id(1)))).containsExactly(expected);
            assertThat(ledger.snapshotsPassedOver()).isEmpty();
            commit(ledger, 61, 90);
            expected = ledger.lookupAccounts(List.of(id(1))).getFirst();
        }
        try (Ledger ledger = open(WHEN_ASKED)) {
            assertThat(ledger.lookupAccounts(List.of(id(1)))).containsExactly(expected);
        }
        LedgerVerification verification = verify();
        assertThat(verification.problem().orElseThrow().message())
                .as("that was not looked at")
                .startsWith("ledger-000001.log: ");
        assertThat(snapshot.sequence()).isGreaterThan(30);
    }

    /** Thirty transfers, a snapshot, twenty more, a snapshot that takes the first one's place, ten more. */
    private Head prepare() throws Exception {
        try (Ledger ledger = open(WHEN_ASKED)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
            commit(ledger, 1, 30);
            assertThat(ledger.snapshot()).isEqualTo(ledger.head());
            commit(ledger, 31, 50);
            Head second = ledger.snapshot();
            commit(ledger, 51, 60);
            expected = ledger.lookupAccounts(List.of(id(1))).getFirst();
            return second;
        }
    }

    private Ledger open(SnapshotPolicy policy) throws IOException {
        return Ledger.open(JavaGraphs.honest(), storage, OPTIONS, LedgerOptions.standard(), policy);
    }

    private static void commit(Ledger ledger, int from, int to) throws Exception {
        for (int i = from; i <= to; i++) {
            ledger.commit(List.of(Samples.transfer(i, 1 + i % 2, 2 - i % 2, i)), List.of(), List.of())
                    .get();
        }
    }

    private LedgerVerification verify() throws IOException {
        return LedgerVerifier.verify(storage, (bytes, of) -> {});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void passesOverOneThatIsDamagedAndSaysSo(long seed) throws Exception {
        prepare();
        String name = new SnapshotFolder(storage).entries().getFirst().name();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            long bit = random.nextLong(storage.size(name) * 8);
            storage.flipBit(name, bit);
            assertPassedOver(name);
            LedgerVerification verification = verify();
            assertThat(verification.problem()).isEmpty();
            assertThat(verification.isWhole()).isFalse();
            assertThat(verification.snapshots().getLast().problem().orElseThrow())
                    .startsWith(name + ": ");
            storage.flipBit(name, bit);
        }
        assertThat(verify().isWhole()).isTrue();
    }

    private void assertPassedOver(String name) throws Exception {
        try (Ledger ledger =
                Ledger.open(JavaGraphs.honest(), storage.afterKill(), OPTIONS, LedgerOptions.standard(), WHEN_ASKED)) {
            assertThat(ledger.snapshotsPassedOver()).singleElement().asString().startsWith(name + ": ");
            assertThat(ledger.lookupAccounts(List.of(id(1)))).containsExactly(expected);
        }
    }

    @Test
    void passesOverOneOfAnotherLog() throws Exception {
        prepare();
        SnapshotFolder.Entry entry = new SnapshotFolder(storage).entries().getFirst();
        Head foreign = new Head(entry.sequence(), Digest.of());
        try (StateSnapshot state = stateAt(foreign, new Recovery())) {
            new SnapshotFolder(storage).write(state, 2, () -> false);
        }
        assertPassedOver(entry.name());
        assertThat(verify().snapshots().getLast().problem())
                .hasValue("%s: stands on another log: its frame %d has another digest"
                        .formatted(entry.name(), entry.sequence()));
    }

    private static StateSnapshot stateAt(Head head, Recovery recovery) {
        return new StateSnapshot(
                head,
                new Marks(recovery.deployment(), recovery.books().lastTimestamp()),
                recovery.tables().snapshot(),
                recovery.books().snapshot());
    }

    /** Nothing but carrying the log out shows that. */
    @Test
    void verifyingFindsARowThatTheLogDoesNotMake() throws Exception {
        Head head = prepare();
        Recovery recovery = new Recovery();
        LogScan.run(storage, frame -> {
            if (frame.sequence() <= head.sequence()) {
                recovery.frame(frame);
            }
        });
        assertThat(verify().isWhole()).isTrue();
        TableStore tables = recovery.tables();
        HashedTable accounts = (HashedTable) tables.open("engine", "accounts", TableKind.HASHED16);
        long[] row = new long[16];
        assertThat(accounts.get(id(1).low(), id(1).high(), row)).isTrue();
        row[2]++;
        accounts.put(id(1).low(), id(1).high(), row);
        tables.keep();
        try (StateSnapshot state = stateAt(head, recovery)) {
            new SnapshotFolder(storage).write(state, 2, () -> false);
        }
        assertThat(verify().snapshots().getLast().problem().orElseThrow())
                .contains("differs from what the log's frames make of table 'accounts' of engine under the key ");
    }

    @Test
    void refusesALogThatHasLostTheFrameOfASnapshot() throws Exception {
        prepare();
        int last = 1;
        while (storage.exists(Segments.name(last + 1))) {
            last++;
        }
        for (int number = last; number > 1; number--) {
            storage.delete(Segments.name(number));
        }
        assertThatExceptionOfType(CorruptLogException.class)
                .isThrownBy(() -> open(WHEN_ASKED))
                .withMessageContaining("is missing; that snapshot-0");
        assertThat(verify().snapshots()).allMatch(snapshot -> snapshot.problem().isPresent());
    }

    @Test
    void keepsAsManyAsAreWanted() throws Exception {
        SnapshotPolicy often = new SnapshotPolicy(1, 3, Runnable::run);
        List<Integer> counts = new ArrayList<>();
        try (Ledger ledger = open(often)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
            for (int i = 1; i <= 60; i++) {
                commit(ledger, i, i);
                ledger.assets(); // answered when the snapshot behind the commit is written
                counts.add(new SnapshotFolder(storage).entries().size());
            }
        }
        assertThat(counts).allMatch(count -> count <= 3).last().isEqualTo(3);
        assertThat(new SnapshotFolder(storage).entries().getFirst().sequence()).isGreaterThan(40);
        assertThat(verify().isWhole()).isTrue();
    }

    /** Snapshots on a thread of their own, while commands go on that write over the rows that are being written down. */
    @Test
    void areOfOneMomentWhateverHappensMeanwhile() throws Exception {
        Storage memory = new MemoryStorage();
        SnapshotPolicy beside =
                new SnapshotPolicy(1, 1000, task -> Thread.ofPlatform().start(task));
        try (Ledger ledger = Ledger.open(JavaGraphs.honest(), memory, OPTIONS, LedgerOptions.standard(), beside)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2)), List.of()).get();
            commit(ledger, 1, 1500);
        }
        LedgerVerification verification = LedgerVerifier.verify(memory, (bytes, of) -> {});
        assertThat(verification.isWhole()).as(verification.toString()).isTrue();
        assertThat(verification.snapshots()).hasSizeGreaterThan(5);
    }
}
