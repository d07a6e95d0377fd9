package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import org.jspecify.annotations.Nullable;

/** The host's tables, to which the last row that a batch writes of an account or a transfer comes wrong or not at all. */
final class LyingTables extends StateTables {

    private Lie lie = Lie.NONE;

    /** The last row that the batch is lied about; it is written when it is known to be the last. */
    private @Nullable U128 lastKey;

    private @Nullable Row16 lastRow;

    Lie lie() {
        return lie;
    }

    void begin(Lie next) {
        lie = next;
    }

    void end() {
        if (lastKey != null && lastRow != null && isWrongRow()) {
            super.put(table(), lastKey, wrong(lastRow));
        }
        lastKey = null;
        lastRow = null;
        lie = Lie.NONE;
    }

    @Override
    public void put(Wide table, U128 key, Row16 row) {
        if (!(isWrongRow() || isMissingRow()) || table != table()) {
            super.put(table, key, row);
            return;
        }
        if (lastKey != null && lastRow != null) {
            super.put(table, lastKey, lastRow);
        }
        lastKey = key;
        lastRow = row;
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
