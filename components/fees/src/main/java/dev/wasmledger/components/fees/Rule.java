package dev.wasmledger.components.fees;

import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.UInt128;

/**
 * What is charged, as a deployment's file gives it under {@code config}.
 *
 * @param ledger the number of the asset in which fees are charged, of transfers of that asset
 * @param code of the transfers that are charged
 * @param amount of one fee, in minor units
 * @param account that fees are credited to
 * @param feeCode of the transfers that are fees
 */
record Rule(int ledger, short code, U128 amount, U128 account, short feeCode) {

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);
    private static final UInt128 GREATEST_LEDGER = UInt128.of(0xffff_ffffL, 0);
    private static final int NOT_CHARGED = TransferFlags.POST_PENDING_TRANSFER.bits()
            | TransferFlags.VOID_PENDING_TRANSFER.bits()
            | TransferFlags.IMPORTED.bits();

    static Rule read(Settings settings) {
        Rule rule = new Rule(
                (int) settings.requiredNumber("ledger", GREATEST_LEDGER).low(),
                (short) settings.requiredNumber("code", GREATEST_CODE).low(),
                number(settings.requiredNumber("amount", UInt128.MAX)),
                number(settings.requiredNumber("account", UInt128.MAX)),
                (short) settings.requiredNumber("fee-code", GREATEST_CODE).low());
        if (settings.mistakes().isEmpty() && rule.code == rule.feeCode) {
            settings.mustBe("fee-code", "another one than `code`");
        }
        return rule;
    }

    /** Whether a fee comes with such a transfer. What happened elsewhere, or goes on with what was charged, is free. */
    boolean charges(Transfer transfer) {
        return transfer.ledger() == ledger
                && transfer.code() == code
                && (transfer.flags().bits() & NOT_CHARGED) == 0
                && !transfer.debitAccountId().equals(account);
    }

    /** The fee that comes with a transfer: paid by who is debited, and linked to the transfer behind it. */
    Transfer fee(Transfer transfer, U128 id) {
        return new Transfer(
                id,
                transfer.debitAccountId(),
                account,
                amount,
                new U128(0, 0),
                transfer.userData128(),
                transfer.userData64(),
                transfer.userData32(),
                0,
                ledger,
                feeCode,
                TransferFlags.LINKED,
                0);
    }

    private static U128 number(UInt128 number) {
        return new U128(number.low(), number.high());
    }
}
