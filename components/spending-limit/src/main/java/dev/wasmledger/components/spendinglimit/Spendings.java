package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;

/** What accounts were debited, by period, and what of it is only reserved; kept from one call to the next. */
interface Spendings {

    /**
     * What a pending transfer counts for.
     *
     * @param period in which it was committed
     * @param expiry when it is free again by itself, in nanoseconds since 1970-01-01T00:00:00Z; zero where it never is
     */
    record Reservation(U128 account, long period, UInt128 amount, long expiry) {}

    /** Says of each account what it was debited in that period, without what has expired by now. Writes nothing. */
    void read(Accounts accounts, long period, long now);

    /** Writes what has changed; earlier periods and what has expired of those accounts are forgotten. */
    void write(Accounts accounts, long period, long now);

    /** Remembers what a pending transfer counts for. */
    void reserve(U128 pendingTransfer, Reservation reservation);

    /** Forgets a reservation; gives it back if it has counted until now. */
    Optional<Reservation> settle(U128 pendingTransfer);
}
