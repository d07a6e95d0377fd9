package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row16;

/** The host's tables, to which the last row that a batch writes of an account or a transfer comes wrong or not at all. */
final class LyingTables extends StateTables {

    private Lie lie = Lie.NONE;

    Lie lie() {
        return lie;
    }

    void begin(Lie next) {
        lie = next;
    }

    void end() {
        lie = Lie.NONE;
    }

    @Override
    public void put(Wide table, KeyedRow16List rows) {
        if (!(isWrongRow() || isMissingRow()) || table != table()) {
            super.put(table, rows);
            return;
        }
        int last = rows.size() - 1;
        KeyedRow16List.Builder told = KeyedRow16List.builder(rows.size());
        for (int i = 0; i < last; i++) {
            told.add(rows, i);
        }
        if (isWrongRow()) {
            told.add(new KeyedRow16(rows.key(last), wrong(rows.row(last))));
        }
        super.put(table, told.build());
    }

    private boolean isWrongRow() {
        return lie == Lie.ACCOUNT_ROW || lie == Lie.TRANSFER_ROW;
    }

    private boolean isMissingRow() {
        return lie == Lie.NO_ACCOUNT_ROW || lie == Lie.NO_TRANSFER_ROW;
    }

    private Wide table() {
        return lie == Lie.ACCOUNT_ROW || lie == Lie.NO_ACCOUNT_ROW ? Wide.ACCOUNTS : Wide.TRANSFERS;
    }

    /** One more in field 4: pending credits of an account, amount of a transfer. */
    private static Row16 wrong(Row16 row) {
        return new Row16(
                row.f0(),
                row.f1(),
                row.f2(),
                row.f3(),
                row.f4() + 1,
                row.f5(),
                row.f6(),
                row.f7(),
                row.f8(),
                row.f9(),
                row.f10(),
                row.f11(),
                row.f12(),
                row.f13(),
                row.f14(),
                row.f15());
    }
}
