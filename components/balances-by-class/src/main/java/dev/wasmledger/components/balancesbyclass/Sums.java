package dev.wasmledger.components.balancesbyclass;

import dev.wasmledger.guest.UInt128;
import java.util.List;

/** Sums by asset and class of account, kept from one call to the next. */
interface Sums {

    /**
     * What the accounts of one class were debited and credited in one asset.
     *
     * @param ledger the asset's number
     * @param accountClass the thousands of the accounts' codes
     */
    record Sum(int ledger, int accountClass, UInt128 debits, UInt128 credits) {}

    /** The sum of an asset and a class; zero where there is none yet. */
    Sum get(int ledger, int accountClass);

    void put(Sum sum);

    /** All sums, by asset and then by class. */
    List<Sum> all();
}
