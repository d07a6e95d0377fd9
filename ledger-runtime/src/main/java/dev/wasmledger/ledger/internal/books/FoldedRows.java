package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.EventWords;
import dev.wasmledger.ledger.internal.table.HashedTable;

/** Writes into the tables what follows from the events. */
final class FoldedRows extends EventRows {

    private final HashedTable accounts;
    private final HashedTable transfers;

    FoldedRows(HashedTable accounts, HashedTable transfers) {
        this.accounts = accounts;
        this.transfers = transfers;
    }

    @Override
    boolean hasAccount(long low, long high) {
        return accounts.find(low, high) != HashedTable.NONE;
    }

    @Override
    void create(Account account, long timestamp) {
        to(accounts, account.id().low(), account.id().high(), true);
        AccountRow.write(account, timestamp, page, at);
    }

    @Override
    boolean toAccount(long low, long high) {
        return to(accounts, low, high, false);
    }

    @Override
    void commit(long[] event, int phase) throws ContradictionException {
        long low = event[EventWords.TRANSFER];
        long high = event[EventWords.TRANSFER + 1];
        if (!to(transfers, low, high, true)) {
            throw ContradictionException.about("transfer {} was committed, and its id was taken", new U128(low, high));
        }
        TransferRow.write(event, phase, page, at);
    }

    @Override
    boolean toTransfer(long low, long high) {
        return to(transfers, low, high, false);
    }

    @Override
    int phase() {
        return TransferRow.phase(page, at);
    }

    @Override
    void setPhase(int phase) {
        TransferRow.setPhase(page, at, phase);
    }

    private boolean to(HashedTable table, long low, long high, boolean fresh) {
        int row = table.fold(low, high, fresh);
        if (row == HashedTable.NONE) {
            return false;
        }
        page = table.page(row);
        at = table.offset(row);
        return true;
    }
}
