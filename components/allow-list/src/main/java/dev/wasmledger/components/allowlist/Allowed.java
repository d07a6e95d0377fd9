package dev.wasmledger.components.allowlist;

import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment's file allows, and nothing else:
 *
 * @param accounts the ids of accounts that may be debited and credited; empty where all may
 * @param codes the codes of transfers that may be committed; empty where all may
 */
record Allowed(Optional<Set<UInt128>> accounts, Optional<Set<UInt128>> codes) {

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);
    private static final int SETTLES =
            TransferFlags.POST_PENDING_TRANSFER.bits() | TransferFlags.VOID_PENDING_TRANSFER.bits();

    static Allowed read(Settings settings) {
        Allowed allowed =
                new Allowed(settings.numbers("accounts", UInt128.MAX), settings.numbers("codes", GREATEST_CODE));
        // A list without lists would let everything in, which nobody can have meant.
        if (allowed.accounts.isEmpty()
                && allowed.codes.isEmpty()
                && settings.mistakes().isEmpty()) {
            settings.mustBe("accounts", "a list of account ids, unless there is a list of `codes`");
        }
        return allowed;
    }

    /** Why such a transfer must not be committed, if it must not. */
    Optional<String> judge(Transfer transfer) {
        // What a post or a void leaves open is the pending transfer's, which was let in.
        boolean mayBeOpen = (transfer.flags().bits() & SETTLES) != 0;
        if (!isIn(accounts, number(transfer.debitAccountId()), mayBeOpen)) {
            return Optional.of("the debit account is not on the allow list");
        }
        if (!isIn(accounts, number(transfer.creditAccountId()), mayBeOpen)) {
            return Optional.of("the credit account is not on the allow list");
        }
        int code = Short.toUnsignedInt(transfer.code());
        return isIn(codes, UInt128.of(code, 0), mayBeOpen)
                ? Optional.empty()
                : Optional.of("code " + code + " is not on the allow list");
    }

    private static boolean isIn(Optional<Set<UInt128>> list, UInt128 number, boolean mayBeOpen) {
        return list.isEmpty() || list.get().contains(number) || (mayBeOpen && number.isZero());
    }

    private static UInt128 number(U128 id) {
        return UInt128.of(id.low(), id.high());
    }
}
