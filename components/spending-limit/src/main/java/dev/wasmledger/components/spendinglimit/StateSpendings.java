package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.Row8;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.host.state.State;
import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;

/** Spendings in the host's table {@code spent}: a row for each account with the period and the sum's two halves. */
final class StateSpendings implements Spendings {

    private final int table = State.openHashed8("spent");

    @Override
    public UInt128 spent(U128 account, long period) {
        Optional<Row8> row = State.get8(table, account);
        return row.isPresent() && row.get().f0() == period
                ? UInt128.of(row.get().f1(), row.get().f2())
                : UInt128.ZERO;
    }

    @Override
    public void write(U128 account, long period, UInt128 spent) {
        State.put8(table, account, new Row8(period, spent.low(), spent.high(), 0, 0, 0, 0, 0));
    }
}
