package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.KeyedRow16Buffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.guest.IdTable;

/** An account while a request is carried out: what changes is here to be changed. */
final class AccountState extends IdTable.Entry {

    static final int LINKED = AccountFlags.LINKED.bits();
    static final int DEBITS_MUST_NOT_EXCEED_CREDITS = AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS.bits();
    static final int CREDITS_MUST_NOT_EXCEED_DEBITS = AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS.bits();
    static final int HISTORY = AccountFlags.HISTORY.bits();
    static final int IMPORTED = AccountFlags.IMPORTED.bits();
    static final int CLOSED = AccountFlags.CLOSED.bits();

    long debitsPendingLow;
    long debitsPendingHigh;
    long debitsPostedLow;
    long debitsPostedHigh;
    long creditsPendingLow;
    long creditsPendingHigh;
    long creditsPostedLow;
    long creditsPostedHigh;
    long userData128Low;
    long userData128High;
    long userData64;
    int userData32;
    int ledger;
    short code;
    int flags;
    long timestamp;

    /** Whether it is in the books, with what the request has done so far; if not, all else here is void. */
    boolean exists;

    /** Whether the tables do not know yet. */
    boolean changed;

    @Override
    protected void reset() {
        exists = false;
        changed = false;
    }

    /** Makes it an account as a request describes it. */
    void read(AccountBuffer account) {
        idLow = account.idLow();
        idHigh = account.idHigh();
        debitsPendingLow = account.debitsPendingLow();
        debitsPendingHigh = account.debitsPendingHigh();
        debitsPostedLow = account.debitsPostedLow();
        debitsPostedHigh = account.debitsPostedHigh();
        creditsPendingLow = account.creditsPendingLow();
        creditsPendingHigh = account.creditsPendingHigh();
        creditsPostedLow = account.creditsPostedLow();
        creditsPostedHigh = account.creditsPostedHigh();
        userData128Low = account.userData128Low();
        userData128High = account.userData128High();
        userData64 = account.userData64();
        userData32 = account.userData32();
        ledger = account.ledger();
        code = account.code();
        flags = account.flagsBits();
        timestamp = account.timestamp();
    }

    /** Makes it what a row says: eight halves of balances, user data, asset and 32-bit user data, code and flags, time. */
    void read(KeyedRow16Buffer row) {
        exists = true;
        idLow = row.keyLow();
        idHigh = row.keyHigh();
        debitsPendingLow = row.rowF0();
        debitsPendingHigh = row.rowF1();
        debitsPostedLow = row.rowF2();
        debitsPostedHigh = row.rowF3();
        creditsPendingLow = row.rowF4();
        creditsPendingHigh = row.rowF5();
        creditsPostedLow = row.rowF6();
        creditsPostedHigh = row.rowF7();
        userData128Low = row.rowF8();
        userData128High = row.rowF9();
        userData64 = row.rowF10();
        long assetAndData = row.rowF11();
        ledger = (int) assetAndData;
        userData32 = (int) (assetAndData >>> 32);
        long codeAndFlags = row.rowF12();
        code = (short) codeAndFlags;
        flags = (int) (codeAndFlags >>> 32);
        timestamp = row.rowF13();
        changed = false;
    }

    /** Makes a row of it, as {@link #read(KeyedRow16Buffer)} reads it. */
    void write(KeyedRow16Buffer row) {
        row.keyLow(idLow);
        row.keyHigh(idHigh);
        row.rowF0(debitsPendingLow);
        row.rowF1(debitsPendingHigh);
        row.rowF2(debitsPostedLow);
        row.rowF3(debitsPostedHigh);
        row.rowF4(creditsPendingLow);
        row.rowF5(creditsPendingHigh);
        row.rowF6(creditsPostedLow);
        row.rowF7(creditsPostedHigh);
        row.rowF8(userData128Low);
        row.rowF9(userData128High);
        row.rowF10(userData64);
        row.rowF11(Words.unsigned(ledger) | ((long) userData32 << 32));
        row.rowF12((code & 0xffffL) | ((long) flags << 32));
        row.rowF13(timestamp);
    }

    /** Makes an account of it, as the contract has it. */
    void write(AccountBuffer account) {
        account.idLow(idLow);
        account.idHigh(idHigh);
        account.debitsPendingLow(debitsPendingLow);
        account.debitsPendingHigh(debitsPendingHigh);
        account.debitsPostedLow(debitsPostedLow);
        account.debitsPostedHigh(debitsPostedHigh);
        account.creditsPendingLow(creditsPendingLow);
        account.creditsPendingHigh(creditsPendingHigh);
        account.creditsPostedLow(creditsPostedLow);
        account.creditsPostedHigh(creditsPostedHigh);
        account.userData128Low(userData128Low);
        account.userData128High(userData128High);
        account.userData64(userData64);
        account.userData32(userData32);
        account.ledger(ledger);
        account.code(code);
        account.flagsBits(flags);
        account.timestamp(timestamp);
    }

    Account toAccount() {
        AccountBuffer account = new AccountBuffer();
        write(account);
        return account.get();
    }

    /** Takes over what a request describes; it exists from now on. */
    void copy(AccountState requested) {
        exists = true;
        restore(requested);
        userData128Low = requested.userData128Low;
        userData128High = requested.userData128High;
        userData64 = requested.userData64;
        userData32 = requested.userData32;
        ledger = requested.ledger;
        code = requested.code;
        timestamp = requested.timestamp;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Takes over balances and flags of another state: all that transfers change. */
    void restore(AccountState before) {
        debitsPendingLow = before.debitsPendingLow;
        debitsPendingHigh = before.debitsPendingHigh;
        debitsPostedLow = before.debitsPostedLow;
        debitsPostedHigh = before.debitsPostedHigh;
        creditsPendingLow = before.creditsPendingLow;
        creditsPendingHigh = before.creditsPendingHigh;
        creditsPostedLow = before.creditsPostedLow;
        creditsPostedHigh = before.creditsPostedHigh;
        flags = before.flags;
        changed = before.changed;
    }

    void addDebitsPending(long low, long high) {
        debitsPendingHigh = Words.sumHigh(debitsPendingLow, debitsPendingHigh, low, high);
        debitsPendingLow += low;
    }

    void addDebitsPosted(long low, long high) {
        debitsPostedHigh = Words.sumHigh(debitsPostedLow, debitsPostedHigh, low, high);
        debitsPostedLow += low;
    }

    void addCreditsPending(long low, long high) {
        creditsPendingHigh = Words.sumHigh(creditsPendingLow, creditsPendingHigh, low, high);
        creditsPendingLow += low;
    }

    void addCreditsPosted(long low, long high) {
        creditsPostedHigh = Words.sumHigh(creditsPostedLow, creditsPostedHigh, low, high);
        creditsPostedLow += low;
    }

    void releaseDebits(long low, long high) {
        debitsPendingHigh = Words.differenceHigh(debitsPendingLow, debitsPendingHigh, low, high);
        debitsPendingLow -= low;
    }

    void releaseCredits(long low, long high) {
        creditsPendingHigh = Words.differenceHigh(creditsPendingLow, creditsPendingHigh, low, high);
        creditsPendingLow -= low;
    }

    /** All debits, pending ones included, as their halves; they never exceed 2^128 - 1. */
    long debitsLow() {
        return debitsPendingLow + debitsPostedLow;
    }

    long debitsHigh() {
        return Words.sumHigh(debitsPendingLow, debitsPendingHigh, debitsPostedLow, debitsPostedHigh);
    }

    /** All credits, pending ones included, as their halves; they never exceed 2^128 - 1. */
    long creditsLow() {
        return creditsPendingLow + creditsPostedLow;
    }

    long creditsHigh() {
        return Words.sumHigh(creditsPendingLow, creditsPendingHigh, creditsPostedLow, creditsPostedHigh);
    }
}
