package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One row of a table: {@code what words… key=value… -> expected}.
 *
 * @param number of the line in its file, from 1
 */
record Line(int number, String text, List<String> words, Map<String, String> fields, String expected) {

    static Line parse(int number, String text) {
        int arrow = text.indexOf("->");
        String request = arrow < 0 ? text : text.substring(0, arrow);
        List<String> words = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : request.strip().split("\\s+", -1)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                words.add(word);
            } else {
                fields.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return new Line(
                number,
                text,
                words,
                fields,
                arrow < 0 ? "" : text.substring(arrow + 2).strip());
    }

    String kind() {
        return words.get(0);
    }

    U128 number(String field, String otherwise) {
        return u128(fields.getOrDefault(field, otherwise));
    }

    long unsigned(String field, String otherwise) {
        return number(field, otherwise).low();
    }

    /** Decimal digits; {@code max} is 2^128 - 1, {@code 2^n}, {@code 2^n-k} and {@code max-k} are what they look like. */
    static U128 u128(String text) {
        int minus = text.lastIndexOf('-');
        BigInteger less = minus < 0 ? BigInteger.ZERO : new BigInteger(text.substring(minus + 1));
        String base = minus < 0 ? text : text.substring(0, minus);
        BigInteger value = base.equals("max")
                ? BigInteger.TWO.pow(128).subtract(BigInteger.ONE)
                : base.startsWith("2^")
                        ? BigInteger.TWO.pow(Integer.parseInt(base.substring(2)))
                        : new BigInteger(base);
        UInt128 number = UInt128.parse(value.subtract(less).toString()).orElseThrow();
        return new U128(number.low(), number.high());
    }

    static String text(U128 number) {
        return UInt128.of(number.low(), number.high()).toString();
    }

    /** {@code account ID} with ledger 1 and code 1 where the row says nothing else. */
    Account account() {
        AccountFlags flags = AccountFlags.NONE;
        for (String flag : words.subList(2, words.size())) {
            flags = flags.with(
                    switch (flag) {
                        case "linked" -> AccountFlags.LINKED;
                        case "debits-limited" -> AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS;
                        case "credits-limited" -> AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS;
                        case "history" -> AccountFlags.HISTORY;
                        case "imported" -> AccountFlags.IMPORTED;
                        case "closed" -> AccountFlags.CLOSED;
                        default -> throw new IllegalArgumentException("no such flag: " + flag);
                    });
        }
        return new Account(
                u128(words.get(1)),
                number("dp", "0"),
                number("d", "0"),
                number("cp", "0"),
                number("c", "0"),
                number("ud128", "0"),
                unsigned("ud64", "0"),
                (int) unsigned("ud32", "0"),
                (int) unsigned("ledger", "1"),
                (short) unsigned("code", "1"),
                flags,
                unsigned("at", "0"));
    }

    /** {@code transfer ID} from 1 to 2 with ledger 1 and code 1, or all of it open in a post or a void. */
    Transfer transfer() {
        TransferFlags flags = TransferFlags.NONE;
        for (String flag : words.subList(2, words.size())) {
            flags = flags.with(
                    switch (flag) {
                        case "linked" -> TransferFlags.LINKED;
                        case "pending" -> TransferFlags.PENDING;
                        case "post" -> TransferFlags.POST_PENDING_TRANSFER;
                        case "void" -> TransferFlags.VOID_PENDING_TRANSFER;
                        case "balancing-debit" -> TransferFlags.BALANCING_DEBIT;
                        case "balancing-credit" -> TransferFlags.BALANCING_CREDIT;
                        case "closing-debit" -> TransferFlags.CLOSING_DEBIT;
                        case "closing-credit" -> TransferFlags.CLOSING_CREDIT;
                        case "imported" -> TransferFlags.IMPORTED;
                        default -> throw new IllegalArgumentException("no such flag: " + flag);
                    });
        }
        boolean settles = words.contains("post") || words.contains("void");
        return new Transfer(
                u128(words.get(1)),
                number("debit", settles ? "0" : "1"),
                number("credit", settles ? "0" : "2"),
                number("amount", "0"),
                number("pending", "0"),
                number("ud128", "0"),
                unsigned("ud64", "0"),
                (int) unsigned("ud32", "0"),
                (int) unsigned("timeout", "0"),
                (int) unsigned("ledger", settles ? "0" : "1"),
                (short) unsigned("code", settles ? "0" : "1"),
                flags,
                unsigned("at", "0"));
    }

    static String witName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
