package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;

/** An account while a request is carried out: what changes is here to be changed. */
final class AccountState {

    static final int LINKED = AccountFlags.LINKED.bits();
    static final int DEBITS_MUST_NOT_EXCEED_CREDITS = AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS.bits();
    static final int CREDITS_MUST_NOT_EXCEED_DEBITS = AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS.bits();
    static final int HISTORY = AccountFlags.HISTORY.bits();
    static final int IMPORTED = AccountFlags.IMPORTED.bits();
    static final int CLOSED = AccountFlags.CLOSED.bits();

    long idLow;
    long idHigh;
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

    /** Whether the tables do not know yet. */
    boolean changed;

    /** An account as a request describes it. */
    static AccountState of(AccountList list, int index) {
        AccountState state = new AccountState();
        state.idLow = list.idLow(index);
        state.idHigh = list.idHigh(index);
        state.debitsPendingLow = list.debitsPendingLow(index);
        state.debitsPendingHigh = list.debitsPendingHigh(index);
        state.debitsPostedLow = list.debitsPostedLow(index);
        state.debitsPostedHigh = list.debitsPostedHigh(index);
        state.creditsPendingLow = list.creditsPendingLow(index);
        state.creditsPendingHigh = list.creditsPendingHigh(index);
        state.creditsPostedLow = list.creditsPostedLow(index);
        state.creditsPostedHigh = list.creditsPostedHigh(index);
        state.userData128Low = list.userData128Low(index);
        state.userData128High = list.userData128High(index);
        state.userData64 = list.userData64(index);
        state.userData32 = list.userData32(index);
        state.ledger = list.ledger(index);
        state.code = list.code(index);
        state.flags = list.flagsBits(index);
        state.timestamp = list.timestamp(index);
        return state;
    }

    /** Row: eight halves of balances, user data, asset and 32-bit user data, code and flags, time. */
    static AccountState of(long idLow, long idHigh, Row16 row) {
        AccountState state = new AccountState();
        state.idLow = idLow;
        state.idHigh = idHigh;
        state.debitsPendingLow = row.f0();
        state.debitsPendingHigh = row.f1();
        state.debitsPostedLow = row.f2();
        state.debitsPostedHigh = row.f3();
        state.creditsPendingLow = row.f4();
        state.creditsPendingHigh = row.f5();
        state.creditsPostedLow = row.f6();
        state.creditsPostedHigh = row.f7();
        state.userData128Low = row.f8();
        state.userData128High = row.f9();
        state.userData64 = row.f10();
        state.ledger = (int) row.f11();
        state.userData32 = (int) (row.f11() >>> 32);
        state.code = (short) row.f12();
        state.flags = (int) (row.f12() >>> 32);
        state.timestamp = row.f13();
        return state;
    }

    Row16 row() {
        return new Row16(
                debitsPendingLow,
                debitsPendingHigh,
                debitsPostedLow,
                debitsPostedHigh,
                creditsPendingLow,
                creditsPendingHigh,
                creditsPostedLow,
                creditsPostedHigh,
                userData128Low,
                userData128High,
                userData64,
                Words.unsigned(ledger) | ((long) userData32 << 32),
                (code & 0xffffL) | ((long) flags << 32),
                timestamp,
                0,
                0);
    }

    Account toAccount() {
        return new Account(
                new U128(idLow, idHigh),
                new U128(debitsPendingLow, debitsPendingHigh),
                new U128(debitsPostedLow, debitsPostedHigh),
                new U128(creditsPendingLow, creditsPendingHigh),
                new U128(creditsPostedLow, creditsPostedHigh),
                new U128(userData128Low, userData128High),
                userData64,
                userData32,
                ledger,
                code,
                new AccountFlags(flags),
                timestamp);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Takes over the balances and flags that another state of this account had. */
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

    AccountState copy() {
        AccountState copy = of(idLow, idHigh, row());
        copy.changed = changed;
        return copy;
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
