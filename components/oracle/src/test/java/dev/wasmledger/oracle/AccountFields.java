package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Dice.ZERO;
import static dev.wasmledger.oracle.Dice.number;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.util.List;

/** An account in a request, of which another one is made. */
record AccountFields(Account account) {

    private static final List<AccountFlags> FLAGS = List.of(
            AccountFlags.LINKED,
            AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS,
            AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS,
            AccountFlags.HISTORY,
            AccountFlags.IMPORTED,
            AccountFlags.CLOSED);

    Account with(AccountFlags flag) {
        return with(flag, account.timestamp());
    }

    Account with(AccountFlags flag, long timestamp) {
        return new Account(
                account.id(),
                account.debitsPending(),
                account.debitsPosted(),
                account.creditsPending(),
                account.creditsPosted(),
                account.userData128(),
                account.userData64(),
                account.userData32(),
                account.ledger(),
                account.code(),
                account.flags().with(flag),
                timestamp);
    }

    /** Another value in one field, or in two; sometimes under an id that nothing has. */
    Account changed(Dice dice) {
        int field = dice.below(15);
        int second = dice.oneIn(4) ? dice.below(15) : field;
        AccountFlags flag = dice.of(FLAGS);
        AccountFlags flags = account.flags().contains(flag)
                ? account.flags().without(flag)
                : account.flags().with(flag);
        U128 id = dice.oneIn(2) ? account.id() : number(200 + dice.below(100));
        return new Account(
                is(0, field, second) ? dice.boundary() : id,
                is(1, field, second) ? number(1) : ZERO,
                is(2, field, second) ? number(1) : ZERO,
                is(3, field, second) ? number(1) : ZERO,
                is(4, field, second) ? number(1) : ZERO,
                is(5, field, second) ? dice.userData128() : account.userData128(),
                is(6, field, second) ? dice.userData() : account.userData64(),
                is(7, field, second) ? dice.userData() : account.userData32(),
                is(8, field, second) ? dice.below(4) : account.ledger(),
                is(9, field, second) ? (short) dice.below(4) : account.code(),
                is(10, field, second) ? flags : account.flags(),
                is(11, field, second) ? 1 : 0);
    }

    private static boolean is(int field, int first, int second) {
        return field == first || field == second;
    }
}
