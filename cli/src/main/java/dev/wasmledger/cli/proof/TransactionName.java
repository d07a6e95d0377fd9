package dev.wasmledger.cli.proof;

import dev.wasmledger.cli.booking.Ids;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** How a user names a transaction on the command line. */
public final class TransactionName {

    /** For the help. */
    public static final String DESCRIPTION = "The transaction: its id in the file it came from, or a number.";

    private static final BigInteger END = BigInteger.ONE.shiftLeft(2 * Long.SIZE);

    private TransactionName() {}

    /** The ids that may be meant: the one that follows from the text, and the text as a number where it is one. */
    public static List<U128> ids(String name) {
        List<U128> ids = new ArrayList<>();
        ids.add(Ids.transaction(name));
        if (name.matches("\\d{1,39}") && new BigInteger(name).compareTo(END) < 0) {
            BigInteger number = new BigInteger(name);
            ids.add(new U128(number.longValue(), number.shiftRight(Long.SIZE).longValue()));
        }
        return ids;
    }
}
