package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16List;
import dev.wasmledger.components.engine.bindings.wasmledger.host.state.OrderedRow8Buffer;
import dev.wasmledger.guest.Bytes;
import dev.wasmledger.guest.IdTable;
import java.util.List;

/**
 * Makes rows of the contract's records, and records of rows. Both are the same numbers in the same order, so that bytes are
 * copied and no field is looked at: the 128 bytes of an account or a transfer are a row's key and its fields 0 to 13.
 */
final class RecordRows {

    private static final int RECORD_BYTES = 128;
    private static final int ID_BYTES = 16;

    /** Of a transfer's row, field 14. */
    private static final int PHASE = RECORD_BYTES;

    /** A key and sixteen fields. */
    private final byte[] row = new byte[ID_BYTES + 16 * Long.BYTES];

    /** A key, whose last part stands behind the id, and room for a record of which the balances come next. */
    private final byte[] change = new byte[Long.BYTES + RECORD_BYTES];

    void read(KeyedRow16List rows, int index, AccountState target) {
        rows.copyTo(index, row, 0);
        target.record.copyFrom(row, 0);
        target.exists = true;
        target.changed = false;
    }

    void read(KeyedRow16List rows, int index, TransferState target) {
        rows.copyTo(index, row, 0);
        target.record.copyFrom(row, 0);
        target.phase = (byte) Bytes.getLong(row, PHASE);
        target.exists = true;
    }

    /** Adds a row of each account that is to be written. */
    void writeChanged(IdTable<AccountState> accounts, KeyedRow16List.Builder target) {
        for (int i = 0; i < accounts.size(); i++) {
            AccountState account = accounts.get(i);
            if (account.exists && account.changed) {
                account.record.copyTo(row, 0);
                Bytes.putLong(row, PHASE, 0);
                target.add().copyFrom(row, 0);
            }
        }
    }

    /** Adds a row of each transfer. */
    void write(List<TransferState> transfers, KeyedRow16List.Builder target) {
        for (int i = 0; i < transfers.size(); i++) {
            TransferState transfer = transfers.get(i);
            transfer.record.copyTo(row, 0);
            Bytes.putLong(row, PHASE, transfer.phase);
            target.add().copyFrom(row, 0);
        }
    }

    /** Makes a row of an account's balances at (account, time): eight halves, in the order of the record. */
    void writeChange(AccountState account, long time, OrderedRow8Buffer target) {
        account.record.copyTo(change, Long.BYTES);
        Bytes.putLong(change, 0, account.idLow);
        Bytes.putLong(change, Long.BYTES, account.idHigh);
        Bytes.putLong(change, ID_BYTES, time);
        target.copyFrom(change, 0);
    }
}
