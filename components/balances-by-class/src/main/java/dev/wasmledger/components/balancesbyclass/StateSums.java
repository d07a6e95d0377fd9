package dev.wasmledger.components.balancesbyclass;

import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.host.state.OrderedKey;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.host.state.OrderedRow8;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.host.state.State;
import dev.wasmledger.components.balancesbyclass.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.List;

/** Sums in the host's ordered table {@code sums}: at (asset, class), the halves of debits and credits. */
final class StateSums implements Sums {

    /** There are 66 classes to an asset; one page holds those of fifteen assets. */
    private static final int PAGE = 1_000;

    private static final OrderedKey LAST = new OrderedKey(new U128(-1, -1), -1);

    private final int table = State.openOrdered8("sums");

    @Override
    public Sum get(int ledger, int accountClass) {
        return State.getOrdered8(table, key(ledger, accountClass))
                .map(row -> sum(ledger, accountClass, row))
                .orElseGet(() -> new Sum(ledger, accountClass, UInt128.ZERO, UInt128.ZERO));
    }

    @Override
    public void put(Sum sum) {
        State.putOrdered8(
                table,
                key(sum.ledger(), sum.accountClass()),
                new Row8(
                        sum.debits().low(),
                        sum.debits().high(),
                        sum.credits().low(),
                        sum.credits().high(),
                        0,
                        0,
                        0,
                        0));
    }

    @Override
    public List<Sum> all() {
        List<Sum> sums = new ArrayList<>();
        OrderedKey from = key(0, 0);
        List<OrderedRow8> page;
        do {
            page = State.scan8(table, from, LAST, PAGE);
            for (OrderedRow8 row : page) {
                from = new OrderedKey(row.key().major(), row.key().minor() + 1);
                sums.add(sum((int) row.key().major().low(), (int) row.key().minor(), row.row()));
            }
        } while (page.size() == PAGE);
        return sums;
    }

    private static OrderedKey key(int ledger, int accountClass) {
        return new OrderedKey(new U128(ledger & 0xffff_ffffL, 0), accountClass);
    }

    private static Sum sum(int ledger, int accountClass, Row8 row) {
        return new Sum(ledger, accountClass, UInt128.of(row.f0(), row.f1()), UInt128.of(row.f2(), row.f3()));
    }
}
