package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountStatus;
import java.util.List;

/** A request to create accounts. */
final class AccountRequest extends Request<AccountStatus> {

    private static final Common<AccountStatus> COMMON = new Common<>(
            AccountStatus.CREATED,
            AccountStatus.LINKED_EVENT_FAILED,
            AccountStatus.LINKED_EVENT_CHAIN_OPEN,
            AccountStatus.IMPORTED_EVENT_EXPECTED,
            AccountStatus.IMPORTED_EVENT_NOT_EXPECTED,
            AccountStatus.TIMESTAMP_MUST_BE_ZERO,
            AccountStatus.IMPORTED_EVENT_TIMESTAMP_OUT_OF_RANGE,
            AccountStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_ADVANCE);

    private final AccountList accounts;
    private final Books assets;

    AccountRequest(AccountList accounts, long now, WorkingSet books, Books assets, List<AccountStatus> statuses) {
        super(accounts.size(), now, books, COMMON, statuses);
        this.accounts = accounts;
        this.assets = assets;
    }

    @Override
    boolean isLinked(int index) {
        return (accounts.flagsBits(index) & AccountState.LINKED) != 0;
    }

    @Override
    boolean isImported(int index) {
        return (accounts.flagsBits(index) & AccountState.IMPORTED) != 0;
    }

    @Override
    long timestamp(int index) {
        return accounts.timestamp(index);
    }

    @Override
    AccountStatus carryOut(int index) {
        return AccountRules.create(AccountState.of(accounts, index), now + index, books, assets);
    }

    @Override
    AccountStatus finish(int first, int last) {
        return AccountStatus.CREATED;
    }

    @Override
    long timeInBooks(int index, AccountStatus status) {
        if (status != AccountStatus.CREATED && status != AccountStatus.EXISTS) {
            return -1;
        }
        AccountState there = books.account(accounts.idLow(index), accounts.idHigh(index));
        return there == null ? -1 : there.timestamp;
    }

    @Override
    boolean takesBackSingles() {
        return false;
    }

    /** No failure of an account uses its id up. */
    @Override
    void failed(int index, AccountStatus status) {}
}
