package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Dice.ZERO;
import static dev.wasmledger.oracle.Dice.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The spending limit forgets pending transfers that have expired, when it next writes of their account. */
class ExpiredReservationsTest {

    private static final long SECOND = 1_000_000_000;
    private static final TransferFlags VOID = TransferFlags.VOID_PENDING_TRANSFER;

    private final ComposedLedger.Tables tables =
            new ComposedLedger(Path.of("src/test/resources/policies/ledger.yaml")).new Tables();
    private final Side side = new Side(tables::ledgers);
    private long now = 1_000 * SECOND;

    @BeforeEach
    void open() {
        side.carryOut(new Step(now, new Command.CreateAssets(List.of(new Asset(1, (byte) 2, "USD")), List.of())));
        side.carryOut(new Step(
                now + SECOND,
                new Command.CreateAccounts(
                        Stream.of(10, 14).map(ExpiredReservationsTest::account).toList(), List.of())));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void afterTheirTime() {
        commit(transfer(1, 40, TransferFlags.PENDING, 0, 60));
        commit(transfer(2, 40, TransferFlags.PENDING, 0, 600));
        now += 60 * SECOND;
        commit(transfer(3, 1, TransferFlags.NONE, 0, 0));
        assertThat(limited("reservations")).doesNotContain("low=1,").contains("low=2,");
        now += 600 * SECOND;
        commit(transfer(4, 1, TransferFlags.NONE, 0, 0));
        assertThat(tables.rows().get("limited")).containsOnlyKeys("spent");
    }

    /** Each is committed ten seconds after the one before it. */
    @Test
    void allThatExpireAtOneTime() {
        commit(transfer(1, 20, TransferFlags.PENDING, 0, 70));
        commit(transfer(2, 30, TransferFlags.PENDING, 0, 60));
        commit(transfer(3, 40, TransferFlags.PENDING, 0, 50));
        commit(transfer(4, 50, TransferFlags.PENDING, 0, 40));
        assertThat(limited("expiries").split("major=", -1)).as("one time").hasSize(2);
        commit(transfer(5, 0, VOID, 2, 0));
        commit(transfer(6, 0, VOID, 4, 0));
        assertThat(limited("reservations"))
                .contains("low=1,", "low=3,")
                .doesNotContain("low=2,")
                .doesNotContain("low=4,");
        now += 60 * SECOND;
        commit(transfer(7, 150, TransferFlags.NONE, 0, 0));
        assertThat(tables.rows().get("limited")).containsOnlyKeys("spent");
    }

    @Test
    void noneOfThemOnceAllAreSettled() {
        commit(transfer(1, 20, TransferFlags.PENDING, 0, 70));
        commit(transfer(2, 30, TransferFlags.PENDING, 0, 60));
        commit(transfer(3, 0, VOID, 1, 0));
        commit(transfer(4, 0, VOID, 2, 0));
        assertThat(tables.rows().get("limited")).containsOnlyKeys("spent");
    }

    private String limited(String table) {
        return tables.rows().getOrDefault("limited", Map.of()).getOrDefault(table, "");
    }

    private void commit(Transfer transfer) {
        now += 10 * SECOND;
        var command = new Command.Commit(List.of(transfer), List.of(), List.of());
        TransferResults results =
                (TransferResults) side.carryOut(new Step(now, command)).said();
        assertThat(results.results().getFirst().status()).hasToString("CREATED");
    }

    private static Account account(int id) {
        return new Account(number(id), ZERO, ZERO, ZERO, ZERO, ZERO, 0, 0, 1, (short) 1, AccountFlags.NONE, 0);
    }

    private static Transfer transfer(long id, long amount, TransferFlags flags, long pendingId, int timeout) {
        return new Transfer(
                number(id),
                number(10),
                number(14),
                number(amount),
                number(pendingId),
                ZERO,
                0,
                0,
                timeout,
                1,
                (short) 1,
                flags,
                0);
    }
}
