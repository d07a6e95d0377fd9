package dev.wasmledger.components.foureyes;

import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;
import java.util.Set;

/**
 * Which transfers are held, and who may release them, as a deployment's file says.
 *
 * @param ledger the number of the asset that is looked at; all where it is empty
 * @param above the greatest amount that is not held for being great
 * @param accounts what debits or credits one of these is held
 * @param codes what has one of these is held
 * @param person where a transfer says who asked for it
 * @param releasers who may release; anybody where it is empty
 */
record Rule(
        Optional<UInt128> ledger,
        Optional<UInt128> above,
        Optional<Set<UInt128>> accounts,
        Optional<Set<UInt128>> codes,
        Person person,
        Optional<Set<UInt128>> releasers) {

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);
    private static final UInt128 GREATEST_LEDGER = UInt128.of(0xffff_ffffL, 0);

    static Rule read(Settings settings) {
        return new Rule(
                settings.number("ledger", GREATEST_LEDGER),
                settings.number("above", UInt128.MAX),
                settings.numbers("accounts", UInt128.MAX),
                settings.numbers("codes", GREATEST_CODE),
                Person.of(settings.word("person", Person.words())),
                settings.numbers("releasers", UInt128.MAX));
    }

    /** Whether a transfer that is neither a post nor a void is held: for any of the reasons given, or for none where none is. */
    boolean holds(Transfer transfer) {
        if (ledger.isPresent() && (int) ledger.get().low() != transfer.ledger()) {
            return false;
        }
        boolean all = above.isEmpty() && accounts.isEmpty() && codes.isEmpty();
        return all
                || (above.isPresent() && number(transfer.amount()).isGreaterThan(above.get()))
                || isIn(accounts, number(transfer.debitAccountId()))
                || isIn(accounts, number(transfer.creditAccountId()))
                || isIn(codes, UInt128.of(Short.toUnsignedInt(transfer.code()), 0));
    }

    boolean mayRelease(UInt128 who) {
        return releasers.isEmpty() || releasers.get().contains(who);
    }

    private static boolean isIn(Optional<Set<UInt128>> list, UInt128 number) {
        return list.isPresent() && list.get().contains(number);
    }

    private static UInt128 number(U128 number) {
        return UInt128.of(number.low(), number.high());
    }
}
