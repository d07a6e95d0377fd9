package dev.wasmledger.components.balancesbyclass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.ledger.projection.Amount;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.ledger.projection.Cell;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BalancesByClassTest {

    private final MemorySums sums = new MemorySums();

    @Test
    void sumsByAssetAndThousandsOfTheCode() {
        projection().apply(EventList.of(event(1, 1000, 2100, 50), event(1, 1999, 2000, 5)));
        projection().apply(EventList.of(event(2, 65_535, 999, 7), event(1, 1001, 1002, 1)));

        assertThat(projection().read().columns()).containsExactly("class", "debits and credits");
        assertThat(projection().read().rows())
                .containsExactly(row(1, 1, 56, 1), row(2, 1, 0, 55), row(0, 2, 0, 7), row(65, 2, 7, 0));
    }

    @Test
    void hasNoRowsBeforeTheFirstTransfer() {
        assertThat(projection().read().rows()).isEmpty();
    }

    /** A new one for each call: nothing may be remembered but the sums. */
    private BalancesByClass projection() {
        return new BalancesByClass(sums);
    }

    private static List<Cell> row(int accountClass, int ledger, long debits, long credits) {
        return List.of(
                new Cell.Count(accountClass),
                new Cell.Amount(new Amount(ledger, new U128(debits, 0), new U128(credits, 0))));
    }

    @Test
    void leavesOutWhatIsOnlyReserved() {
        projection().apply(EventList.of(event(EventKind.TWO_PHASE_PENDING, 1, 1000, 2000, 5)));
        projection().apply(EventList.of(event(EventKind.TWO_PHASE_EXPIRED, 1, 1000, 2000, 5)));
        assertThat(projection().read().rows()).isEmpty();
        projection().apply(EventList.of(event(EventKind.TWO_PHASE_POSTED, 1, 1000, 2000, 5)));
        assertThat(projection().read().rows()).containsExactly(row(1, 1, 5, 0), row(2, 1, 0, 5));
    }

    private static Event event(int ledger, int debitCode, int creditCode, long amount) {
        return event(EventKind.SINGLE_PHASE, ledger, debitCode, creditCode, amount);
    }

    private static Event event(EventKind kind, int ledger, int debitCode, int creditCode, long amount) {
        Account debited = account(ledger, debitCode);
        Account credited = account(ledger, creditCode);
        U128 zero = new U128(0, 0);
        Transfer transfer = new Transfer(
                new U128(amount, 0),
                debited.id(),
                credited.id(),
                new U128(amount, 0),
                zero,
                zero,
                0,
                0,
                0,
                ledger,
                (short) 1,
                TransferFlags.NONE,
                1);
        return new Event(kind, 1, transfer, debited, credited);
    }

    private static Account account(int ledger, int code) {
        U128 zero = new U128(0, 0);
        return new Account(
                new U128(code, 0), zero, zero, zero, zero, zero, 0, 0, ledger, (short) code, AccountFlags.NONE, 1);
    }

    private static final class MemorySums implements Sums {

        private record Key(int ledger, int accountClass) {}

        private final Map<Key, Sum> sums =
                new TreeMap<>(Comparator.comparingInt(Key::ledger).thenComparingInt(Key::accountClass));

        @Override
        public Sum get(int ledger, int accountClass) {
            return sums.getOrDefault(
                    new Key(ledger, accountClass), new Sum(ledger, accountClass, UInt128.ZERO, UInt128.ZERO));
        }

        @Override
        public void put(Sum sum) {
            sums.put(new Key(sum.ledger(), sum.accountClass()), sum);
        }

        @Override
        public List<Sum> all() {
            return List.copyOf(sums.values());
        }
    }
}
