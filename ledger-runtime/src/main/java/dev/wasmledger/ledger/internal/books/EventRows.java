package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.internal.frame.EventWords;

/**
 * The rows of the engine's tables {@code accounts} and {@code transfers} as a command changes them, one event after the other.
 * One row is at hand: {@link #page} holds its fields from {@link #at} on.
 */
abstract sealed class EventRows permits CheckedRows, FoldedRows {

    long[] page = new long[0];
    int at;

    /** Whether there is an account before the command, or by now. */
    abstract boolean hasAccount(long low, long high);

    /**
     * A new account, whose id no account has.
     *
     * @throws ContradictionException if what the engine wrote is not that
     */
    abstract void create(Account account, long timestamp) throws ContradictionException;

    /** Goes to the row of an account, to be changed; says whether there is one. */
    abstract boolean toAccount(long low, long high);

    /**
     * Goes to the row of a transfer that was committed just now.
     *
     * @param event its event, as {@link EventWords} has it
     * @throws ContradictionException if its id was taken, or what the engine wrote is not that
     */
    abstract void commit(long[] event, int phase) throws ContradictionException;

    /** Goes to the row of a transfer that was committed before, or by now; says whether there is one. */
    abstract boolean toTransfer(long low, long high);

    /** In which phase the transfer at hand is. */
    abstract int phase();

    /** Puts the transfer at hand into another phase. */
    abstract void setPhase(int phase);
}
