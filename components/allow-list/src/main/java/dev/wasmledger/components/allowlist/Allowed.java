package dev.wasmledger.components.allowlist;

import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.IdIndex;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment's file allows, and nothing else:
 *
 * @param accounts the ids of accounts that may be debited and credited; empty where all may
 * @param codes the codes of transfers that may be committed; empty where all may
 */
record Allowed(Optional<IdIndex> accounts, Optional<IdIndex> codes) {

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);
    private static final int SETTLES =
            TransferFlags.POST_PENDING_TRANSFER.bits() | TransferFlags.VOID_PENDING_TRANSFER.bits();

    static Allowed read(Settings settings) {
        Allowed allowed = new Allowed(
                settings.numbers("accounts", UInt128.MAX).map(Allowed::index),
                settings.numbers("codes", GREATEST_CODE).map(Allowed::index));
        // A list without lists would let everything in, which nobody can have meant.
        if (allowed.accounts.isEmpty()
                && allowed.codes.isEmpty()
                && settings.mistakes().isEmpty()) {
            settings.mustBe("accounts", "a list of account ids, unless there is a list of `codes`");
        }
        return allowed;
    }

    private static IdIndex index(Set<UInt128> numbers) {
        IdIndex index = new IdIndex();
        numbers.forEach(number -> index.add(number.low(), number.high()));
        return index;
    }

    /** Why a transfer must not be committed, if it must not. */
    Optional<String> judge(TransferList transfers, int index) {
        // What a post or a void leaves open is the pending transfer's, which was let in.
        boolean mayBeOpen = (transfers.flagsBits(index) & SETTLES) != 0;
        if (!isIn(accounts, transfers.debitAccountIdLow(index), transfers.debitAccountIdHigh(index), mayBeOpen)) {
            return Optional.of("the debit account is not on the allow list");
        }
        if (!isIn(accounts, transfers.creditAccountIdLow(index), transfers.creditAccountIdHigh(index), mayBeOpen)) {
            return Optional.of("the credit account is not on the allow list");
        }
        int code = Short.toUnsignedInt(transfers.code(index));
        return isIn(codes, code, 0, mayBeOpen)
                ? Optional.empty()
                : Optional.of("code " + code + " is not on the allow list");
    }

    private static boolean isIn(Optional<IdIndex> list, long low, long high, boolean mayBeOpen) {
        return list.isEmpty() || (mayBeOpen && (low | high) == 0) || list.get().indexOf(low, high) >= 0;
    }
}
