package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.settings.Settings;
import dev.wasmledger.guest.UInt128;
import org.teavm.interop.Unmanaged;

/**
 * The limit, as a deployment's file gives it under {@code config}:
 *
 * <ul>
 *   <li>{@code limit}: the greatest sum, in minor units, that one account may be debited within a period; required
 *   <li>{@code period}: {@code hour}, {@code day} or {@code week}; {@code day} where it is left out
 *   <li>{@code ledger}: the number of the asset that is limited; all where it is left out
 *   <li>{@code code}: only transfers with this code count and are limited; all where it is left out
 * </ul>
 *
 * @param ledger the number as the contract has it, {@link #ANY} where it is left out
 * @param code the code likewise
 */
record Rule(UInt128 limit, Period period, long ledger, int code) {

    /** No number of an asset, and no code. */
    static final int ANY = -1;

    private static final UInt128 GREATEST_CODE = UInt128.of(0xffff, 0);
    private static final UInt128 GREATEST_LEDGER = UInt128.of(0xffff_ffffL, 0);

    static Rule read(Settings settings) {
        return new Rule(
                settings.requiredNumber("limit", UInt128.MAX),
                Period.of(settings.word("period", Period.words())),
                settings.number("ledger", GREATEST_LEDGER).map(UInt128::low).orElse((long) ANY),
                settings.number("code", GREATEST_CODE)
                        .map(code -> (int) code.low())
                        .orElse(ANY));
    }

    /** Whether such a transfer counts. */
    @Unmanaged
    boolean covers(int transferLedger, short transferCode) {
        return (ledger == ANY || ledger == (transferLedger & 0xffff_ffffL))
                && (code == ANY || code == (transferCode & 0xffff));
    }
}
