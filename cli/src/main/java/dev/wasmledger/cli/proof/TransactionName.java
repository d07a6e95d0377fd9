package dev.wasmledger.cli.proof;

import dev.wasmledger.cli.booking.Ids;
import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a user names a transaction on the command line. */
public final class TransactionName {

    /** For the help. */
    public static final String DESCRIPTION = "The transaction: its id in the file it came from, or a number.";

    private static final BigInteger END = BigInteger.ONE.shiftLeft(2 * Long.SIZE);

    private TransactionName() {}

    /** The name that a text beside a transfer has for its transaction. */
    public static Optional<String> in(List<Entry> text) {
        Map<String, String> entries = new HashMap<>();
        text.forEach(entry -> entries.put(entry.key(), entry.value()));
        if (entries.containsKey("transaction")) {
            return Optional.ofNullable(entries.get("transaction"));
        }
        return Optional.ofNullable(entries.get("payee"))
                .map(payee -> entries.getOrDefault("date", "")
                        .concat(" ")
                        .concat(payee)
                        .strip());
    }

    /** The ids that may be meant: the one that follows from the text, and the text as a number where it is one. */
    public static List<U128> ids(String name) {
        List<U128> ids = new ArrayList<>();
        ids.add(Ids.transaction(name));
        if (name.matches("\\d{1,39}") && new BigInteger(name).compareTo(END) < 0) {
            ids.add(U128s.of(new BigInteger(name)));
        }
        return ids;
    }
}
