package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.guest.IdTable;

/** An account while a request is carried out: the contract's record, in which balances and flags are changed. */
final class AccountState extends IdTable.Entry {

    static final int LINKED = AccountFlags.LINKED.bits();
    static final int DEBITS_MUST_NOT_EXCEED_CREDITS = AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS.bits();
    static final int CREDITS_MUST_NOT_EXCEED_DEBITS = AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS.bits();
    static final int HISTORY = AccountFlags.HISTORY.bits();
    static final int IMPORTED = AccountFlags.IMPORTED.bits();
    static final int CLOSED = AccountFlags.CLOSED.bits();

    final AccountBuffer record = new AccountBuffer();

    /** Whether it is in the books, with what the request has done so far; if not, the record is void. */
    boolean exists;

    /** Whether the tables do not know yet. */
    boolean changed;

    @Override
    protected void reset() {
        exists = false;
        changed = false;
    }

    /** Makes it an account as a request describes it: field by field, for what may lie between them is not to be kept. */
    void read(Account requested) {
        record.set(requested);
        idLow = record.idLow();
        idHigh = record.idHigh();
    }

    /** It exists from now on, as another one is. */
    void create(AccountState requested) {
        record.set(requested.record);
        exists = true;
        changed = true;
    }

    /** Takes over what another one is. */
    void restore(AccountState before) {
        record.set(before.record);
        changed = before.changed;
    }

    Account toAccount() {
        return record.get();
    }

    boolean has(int flag) {
        return (record.flagsBits() & flag) != 0;
    }

    void close(boolean closed) {
        record.flagsBits(closed ? record.flagsBits() | CLOSED : record.flagsBits() & ~CLOSED);
    }

    void addDebitsPending(long low, long high) {
        AccountBuffer account = record;
        long before = account.debitsPendingLow();
        account.debitsPendingHigh(Words.sumHigh(before, account.debitsPendingHigh(), low, high));
        account.debitsPendingLow(before + low);
    }

    void addDebitsPosted(long low, long high) {
        AccountBuffer account = record;
        long before = account.debitsPostedLow();
        account.debitsPostedHigh(Words.sumHigh(before, account.debitsPostedHigh(), low, high));
        account.debitsPostedLow(before + low);
    }

    void addCreditsPending(long low, long high) {
        AccountBuffer account = record;
        long before = account.creditsPendingLow();
        account.creditsPendingHigh(Words.sumHigh(before, account.creditsPendingHigh(), low, high));
        account.creditsPendingLow(before + low);
    }

    void addCreditsPosted(long low, long high) {
        AccountBuffer account = record;
        long before = account.creditsPostedLow();
        account.creditsPostedHigh(Words.sumHigh(before, account.creditsPostedHigh(), low, high));
        account.creditsPostedLow(before + low);
    }

    void releaseDebits(long low, long high) {
        AccountBuffer account = record;
        long before = account.debitsPendingLow();
        account.debitsPendingHigh(Words.differenceHigh(before, account.debitsPendingHigh(), low, high));
        account.debitsPendingLow(before - low);
    }

    void releaseCredits(long low, long high) {
        AccountBuffer account = record;
        long before = account.creditsPendingLow();
        account.creditsPendingHigh(Words.differenceHigh(before, account.creditsPendingHigh(), low, high));
        account.creditsPendingLow(before - low);
    }

    /** All debits, pending ones included, as their halves; they never exceed 2^128 - 1. */
    long debitsLow() {
        AccountBuffer account = record;
        return account.debitsPendingLow() + account.debitsPostedLow();
    }

    long debitsHigh() {
        AccountBuffer account = record;
        return Words.sumHigh(
                account.debitsPendingLow(),
                account.debitsPendingHigh(),
                account.debitsPostedLow(),
                account.debitsPostedHigh());
    }

    /** All credits, pending ones included, as their halves; they never exceed 2^128 - 1. */
    long creditsLow() {
        AccountBuffer account = record;
        return account.creditsPendingLow() + account.creditsPostedLow();
    }

    long creditsHigh() {
        AccountBuffer account = record;
        return Words.sumHigh(
                account.creditsPendingLow(),
                account.creditsPendingHigh(),
                account.creditsPostedLow(),
                account.creditsPostedHigh());
    }
}
