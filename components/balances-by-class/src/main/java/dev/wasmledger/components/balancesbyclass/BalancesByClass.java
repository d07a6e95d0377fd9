package dev.wasmledger.components.balancesbyclass;

import dev.wasmledger.components.balancesbyclass.Sums.Sum;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.ledger.projection.Amount;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.ledger.projection.Cell;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.ledger.projection.Projection;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.ledger.projection.Report;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.List;

/** The interface {@code projection}: a row for each asset and class of account that a transfer has touched. */
public final class BalancesByClass implements Projection {

    private static final int CODES_PER_CLASS = 1_000;

    private final Sums sums;

    /** The projection as a component. */
    public BalancesByClass() {
        this(new StateSums());
    }

    BalancesByClass(Sums sums) {
        this.sums = sums;
    }

    @Override
    public void apply(EventList events) {
        for (Event event : events) {
            if (event.kind() != EventKind.SINGLE_PHASE && event.kind() != EventKind.TWO_PHASE_POSTED) {
                continue; // nothing was moved
            }
            UInt128 amount = number(event.transfer().amount());
            Sum debited = sumOf(event.debitAccount());
            sums.put(new Sum(
                    debited.ledger(), debited.accountClass(), add(debited.debits(), amount), debited.credits()));
            Sum credited = sumOf(event.creditAccount());
            sums.put(new Sum(
                    credited.ledger(), credited.accountClass(), credited.debits(), add(credited.credits(), amount)));
        }
    }

    @Override
    public Report read() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Sum sum : sums.all()) {
            rows.add(List.of(
                    new Cell.Count(sum.accountClass()),
                    new Cell.Amount(new Amount(sum.ledger(), value(sum.debits()), value(sum.credits())))));
        }
        return new Report(List.of("class", "debits and credits"), rows);
    }

    private Sum sumOf(Account account) {
        return sums.get(account.ledger(), (account.code() & 0xffff) / CODES_PER_CLASS);
    }

    /** An asset's sums stay below 2^128 in any books of real amounts; where they do not, the report would be wrong. */
    private static UInt128 add(UInt128 sum, UInt128 amount) {
        return sum.plus(amount).orElseThrow(() -> new ArithmeticException("a class's sum is greater than 2^128 - 1"));
    }

    private static UInt128 number(U128 value) {
        return UInt128.of(value.low(), value.high());
    }

    private static U128 value(UInt128 number) {
        return new U128(number.low(), number.high());
    }
}
