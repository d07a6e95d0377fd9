package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountStatus;

/** A request to create accounts. */
final class AccountRequest extends Request<AccountStatus> {

    private static final Common<AccountStatus> COMMON = new Common<>(
            AccountState.LINKED,
            AccountState.IMPORTED,
            AccountStatus.CREATED,
            AccountStatus.EXISTS,
            AccountStatus.LINKED_EVENT_FAILED,
            AccountStatus.LINKED_EVENT_CHAIN_OPEN,
            AccountStatus.IMPORTED_EVENT_EXPECTED,
            AccountStatus.IMPORTED_EVENT_NOT_EXPECTED,
            AccountStatus.TIMESTAMP_MUST_BE_ZERO,
            AccountStatus.IMPORTED_EVENT_TIMESTAMP_OUT_OF_RANGE,
            AccountStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_ADVANCE);

    private final AccountList accounts;
    private final Books assets;

    /** The account at hand. */
    private final AccountState requested = new AccountState();

    AccountRequest(AccountList accounts, long now, WorkingSet books, Books assets) {
        super(now, books, COMMON, new AccountStatus[accounts.size()]);
        this.accounts = accounts;
        this.assets = assets;
    }

    @Override
    int flags(int index) {
        return accounts.flagsBits(index);
    }

    @Override
    long timestamp(int index) {
        return accounts.timestamp(index);
    }

    @Override
    AccountStatus carryOut(int index) {
        requested.read(accounts.get(index));
        return AccountRules.create(requested, now + index, books, assets);
    }

    @Override
    AccountStatus finish(int first, int last) {
        return AccountStatus.CREATED;
    }

    @Override
    long timeInBooks(int index, AccountStatus status) {
        if (status == AccountStatus.CREATED) {
            return requested.record.timestamp();
        }
        AccountState there = books.account(accounts.idLow(index), accounts.idHigh(index));
        if (there == null) {
            throw new IllegalStateException("an account exists that is not in the books");
        }
        return there.record.timestamp();
    }

    @Override
    boolean finishesChains() {
        return false;
    }

    /** No failure of an account uses its id up. */
    @Override
    void failed(int index, AccountStatus status) {}
}
