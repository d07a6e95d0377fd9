package dev.wasmledger.cli.report;

import java.math.BigInteger;
import java.util.List;

/** All accounts of each asset, with what their debits and credits come to: the same, or the books are wrong. */
public final class TrialBalance {

    private final BooksView books;

    public TrialBalance(BooksView books) {
        this.books = books;
    }

    /** Whether the debits of each asset equal its credits. */
    public boolean balances() {
        return books.assets().stream().allMatch(asset -> sum(asset, true).equals(sum(asset, false)));
    }

    /** A table for each asset. */
    public String table() {
        var table = new TextTable(
                TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.RIGHT, TextTable.Align.RIGHT);
        for (AssetView asset : books.assets()) {
            table.row(asset.code(), "debits", "credits", "balance");
            for (AccountView account : accounts(asset)) {
                String name =
                        account.lot().map(lot -> account.name() + " " + lot).orElse(account.name());
                row(table, "  " + name, asset, account.debits(), account.credits());
            }
            row(table, "  total", asset, sum(asset, true), sum(asset, false));
        }
        return table.toString();
    }

    private static void row(TextTable table, String name, AssetView asset, BigInteger debits, BigInteger credits) {
        table.row(
                name,
                asset.decimal(debits).toPlainString(),
                asset.decimal(credits).toPlainString(),
                asset.decimal(debits.subtract(credits)).toPlainString());
    }

    private List<AccountView> accounts(AssetView asset) {
        return books.accounts().stream()
                .filter(account -> account.asset().equals(asset))
                .toList();
    }

    private BigInteger sum(AssetView asset, boolean debits) {
        return accounts(asset).stream()
                .map(account -> debits ? account.debits() : account.credits())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
