package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;

/** Requests to create accounts, and what accounts hold. */
public final class Accounts {

    private Accounts() {}

    /** An account without limits; the parameters are as {@link #of(U128, int, int, AccountFlags)} has them. */
    public static Account of(U128 id, int ledger, int code) {
        return of(id, ledger, code, AccountFlags.NONE);
    }

    /**
     * An account to be created.
     *
     * @param id neither zero nor {@link U128s#MAX}
     * @param ledger the number of its asset
     * @param code its kind, as the chart of accounts numbers it, 1 to 65535; thousands are its class
     * @param flags what it permits
     */
    public static Account of(U128 id, int ledger, int code, AccountFlags flags) {
        return new Account(
                id,
                U128s.ZERO,
                U128s.ZERO,
                U128s.ZERO,
                U128s.ZERO,
                U128s.ZERO,
                0,
                0,
                ledger,
                Codes.checked(code),
                flags,
                0);
    }

    /** What was debited more than credited, in minor units; what is pending does not count. */
    public static BigInteger debitBalance(Account account) {
        return U128s.toBigInteger(account.debitsPosted()).subtract(U128s.toBigInteger(account.creditsPosted()));
    }

    /** What was credited more than debited, in minor units; what is pending does not count. */
    public static BigInteger creditBalance(Account account) {
        return debitBalance(account).negate();
    }
}
