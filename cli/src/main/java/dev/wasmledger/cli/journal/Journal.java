package dev.wasmledger.cli.journal;

import java.util.List;
import java.util.Map;

/**
 * A journal, read and balanced.
 *
 * @param transactions those with real postings, in the order of the file
 * @param formats how each commodity that an amount was written in is written
 * @param leftOut what the file has besides
 */
public record Journal(List<JournalTransaction> transactions, Map<String, CommodityFormat> formats, LeftOut leftOut) {

    public Journal {
        transactions = List.copyOf(transactions);
        formats = Map.copyOf(formats);
    }

    /**
     * What is read over, because it moves nothing that is real.
     *
     * @param virtualPostings postings to accounts in parentheses or square brackets
     * @param virtualTransactions transactions that have no other postings
     * @param automatedTransactions rules that begin with an equals sign
     * @param periodicTransactions budgets that begin with a tilde
     */
    public record LeftOut(
            int virtualPostings, int virtualTransactions, int automatedTransactions, int periodicTransactions) {}

    /** How amounts of a commodity are written. */
    public CommodityFormat format(String commodity) {
        return formats.getOrDefault(commodity, CommodityFormat.unseen(commodity));
    }
}
