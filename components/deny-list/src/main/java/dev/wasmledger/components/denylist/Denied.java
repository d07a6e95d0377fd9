package dev.wasmledger.components.denylist;

import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.IdIndex;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;
import java.util.Set;

/**
 * What a deployment's file denies:
 *
 * @param accounts the ids of accounts that are neither debited nor credited
 * @param codes the codes of transfers that are not committed
 */
record Denied(IdIndex accounts, IdIndex codes) {

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);

    static Denied read(Settings settings) {
        return new Denied(
                index(settings.numbers("accounts", UInt128.MAX)), index(settings.numbers("codes", GREATEST_CODE)));
    }

    private static IdIndex index(Optional<Set<UInt128>> numbers) {
        IdIndex index = new IdIndex();
        numbers.orElse(Set.of()).forEach(number -> index.add(number.low(), number.high()));
        return index;
    }

    /** Why a transfer must not be committed, if it must not. */
    Optional<String> judge(TransferList transfers, int index) {
        if (accounts.indexOf(transfers.debitAccountIdLow(index), transfers.debitAccountIdHigh(index)) >= 0) {
            return Optional.of("the debit account is on the deny list");
        }
        if (accounts.indexOf(transfers.creditAccountIdLow(index), transfers.creditAccountIdHigh(index)) >= 0) {
            return Optional.of("the credit account is on the deny list");
        }
        int code = Short.toUnsignedInt(transfers.code(index));
        return codes.indexOf(code, 0) >= 0 ? Optional.of("code " + code + " is on the deny list") : Optional.empty();
    }
}
