package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;

/**
 * The limit, as a deployment's file gives it under {@code config}:
 *
 * <ul>
 *   <li>{@code limit}: the greatest sum, in minor units, that one account may be debited within a period; required
 *   <li>{@code period}: {@code hour}, {@code day} or {@code week}; {@code day} where it is left out
 *   <li>{@code ledger}: the number of the asset that is limited; all where it is left out
 *   <li>{@code code}: only transfers with this code count and are limited; all where it is left out
 * </ul>
 */
record Rule(UInt128 limit, Period period, Optional<Integer> ledger, Optional<Short> code) {

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);
    private static final UInt128 GREATEST_LEDGER = UInt128.of(0xffff_ffffL, 0);

    static Rule read(Settings settings) {
        return new Rule(
                settings.requiredNumber("limit", UInt128.MAX),
                Period.of(settings.word("period", Period.words())),
                settings.number("ledger", GREATEST_LEDGER).map(ledger -> (int) ledger.low()),
                settings.number("code", GREATEST_CODE).map(code -> (short) code.low()));
    }

    /** Whether such a transfer counts. */
    boolean covers(int transferLedger, short transferCode) {
        return (ledger.isEmpty() || ledger.get() == transferLedger) && (code.isEmpty() || code.get() == transferCode);
    }
}
