package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;
import java.util.function.Function;

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

    private static final int GREATEST_CODE = 0xffff;
    private static final long GREATEST_LEDGER = 0xffff_ffffL;

    /** A config that cannot be used; the message says why. Every transfer is vetoed with it until it is mended. */
    static final class ConfigException extends Exception {

        private static final long serialVersionUID = 1L;

        ConfigException(String message) {
            super(message);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Reads the rule; {@code config} gives the value of a key, if there is one. */
    static Rule read(Function<String, Optional<String>> config) throws ConfigException {
        String limit = config.apply("limit").orElseThrow(() -> new ConfigException("config has no limit"));
        String period = config.apply("period").orElse("day");
        Optional<String> ledger = config.apply("ledger");
        Optional<String> code = config.apply("code");
        return new Rule(
                UInt128.parse(limit).orElseThrow(() -> wrong("limit", limit, "a whole number of minor units")),
                Period.parse(period).orElseThrow(() -> wrong("period", period, "hour, day or week")),
                ledger.isEmpty()
                        ? Optional.empty()
                        : Optional.of((int) number("ledger", ledger.get(), GREATEST_LEDGER)),
                code.isEmpty() ? Optional.empty() : Optional.of((short) number("code", code.get(), GREATEST_CODE)));
    }

    /** Whether such a transfer counts. */
    boolean covers(Transfer transfer) {
        return (ledger.isEmpty() || ledger.get() == transfer.ledger())
                && (code.isEmpty() || code.get() == transfer.code());
    }

    private static long number(String key, String text, long greatest) throws ConfigException {
        UInt128 number = UInt128.parse(text).orElseThrow(() -> wrong(key, text, "a number from 0 to " + greatest));
        if (number.isGreaterThan(UInt128.of(greatest, 0))) {
            throw wrong(key, text, "a number from 0 to " + greatest);
        }
        return number.low();
    }

    private static ConfigException wrong(String key, String text, String expected) {
        return new ConfigException("config has " + key + ": " + text + ", which is not " + expected);
    }
}
