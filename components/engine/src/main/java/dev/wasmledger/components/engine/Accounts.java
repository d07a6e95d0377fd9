package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.guest.UInt128;

/** Accounts that differ from others in one field. */
final class Accounts {

    private Accounts() {}

    static Account withTimestamp(Account account, long timestamp) {
        return new Account(
                account.id(),
                account.debitsPosted(),
                account.creditsPosted(),
                account.userData(),
                account.ledger(),
                account.code(),
                account.flags(),
                timestamp);
    }

    static Account withDebits(Account account, UInt128 debitsPosted) {
        return new Account(
                account.id(),
                Ids.value(debitsPosted),
                account.creditsPosted(),
                account.userData(),
                account.ledger(),
                account.code(),
                account.flags(),
                account.timestamp());
    }

    static Account withCredits(Account account, UInt128 creditsPosted) {
        return new Account(
                account.id(),
                account.debitsPosted(),
                Ids.value(creditsPosted),
                account.userData(),
                account.ledger(),
                account.code(),
                account.flags(),
                account.timestamp());
    }
}
