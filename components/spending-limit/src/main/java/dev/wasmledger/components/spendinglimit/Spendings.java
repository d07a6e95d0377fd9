package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;

/** What accounts were debited, by period; kept from one call to the next. */
interface Spendings {

    /** What the account was debited in that period. */
    UInt128 spent(U128 account, long period);

    /** Writes what the account was debited in that period; earlier periods are forgotten. */
    void write(U128 account, long period, UInt128 spent);
}
