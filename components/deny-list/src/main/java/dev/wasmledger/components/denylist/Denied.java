package dev.wasmledger.components.denylist;

import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment's file denies:
 *
 * @param accounts the ids of accounts that are neither debited nor credited
 * @param codes the codes of transfers that are not committed
 */
record Denied(Set<UInt128> accounts, Set<UInt128> codes) {

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);

    static Denied read(Settings settings) {
        return new Denied(
                settings.numbers("accounts", UInt128.MAX).orElse(Set.of()),
                settings.numbers("codes", GREATEST_CODE).orElse(Set.of()));
    }

    /** Why such a transfer must not be committed, if it must not. */
    Optional<String> judge(Transfer transfer) {
        if (accounts.contains(number(transfer.debitAccountId()))) {
            return Optional.of("the debit account is on the deny list");
        }
        if (accounts.contains(number(transfer.creditAccountId()))) {
            return Optional.of("the credit account is on the deny list");
        }
        int code = Short.toUnsignedInt(transfer.code());
        return codes.contains(UInt128.of(code, 0))
                ? Optional.of("code " + code + " is on the deny list")
                : Optional.empty();
    }

    private static UInt128 number(U128 id) {
        return UInt128.of(id.low(), id.high());
    }
}
