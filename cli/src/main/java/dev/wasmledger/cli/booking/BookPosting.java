package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.wit.diagnostic.Place;
import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a transaction.
 *
 * @param account where the amount goes to, or comes from
 * @param amount debits are positive, credits negative; may be zero
 * @param workedOut whether nobody wrote the amount: then it is rounded to the asset's scale where it has more decimals
 * @param text what is said about it
 * @param place where it stands
 */
public record BookPosting(AccountKey account, BigDecimal amount, boolean workedOut, List<Entry> text, Place place) {

    public BookPosting {
        text = List.copyOf(text);
    }
}
