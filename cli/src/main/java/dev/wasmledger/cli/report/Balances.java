package dev.wasmledger.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each account holds. */
public final class Balances {

    private static final String NOTHING = "0";

    private final Map<String, List<AccountView>> byName = new TreeMap<>(AccountView.BY_SEGMENTS);

    /**
     * The balances of accounts.
     *
     * @param conversions whether conversion accounts are among them
     */
    public Balances(BooksView books, boolean conversions) {
        books.accounts().stream()
                .filter(account -> conversions || !account.isConversion())
                .forEach(account -> byName.computeIfAbsent(account.name(), name -> new ArrayList<>())
                        .add(account));
    }

    /**
     * A line for each amount: the account's name, a tab, the amount. An account with several amounts has its name in front
     * of the first one only; one with none has {@code 0}.
     */
    public String tsv() {
        var out = new StringBuilder();
        byName.forEach((name, accounts) -> {
            out.append(name).append('\t');
            amounts(accounts).forEach(amount -> out.append(amount).append('\n'));
        });
        return out.toString();
    }

    /** Two columns: amounts, and the account's name beside its last one. */
    public String table() {
        var table = new TextTable(TextTable.Align.RIGHT, TextTable.Align.LEFT);
        byName.forEach((name, accounts) -> {
            List<String> amounts = amounts(accounts);
            for (int i = 0; i < amounts.size(); i++) {
                table.row(amounts.get(i), i == amounts.size() - 1 ? name : "");
            }
        });
        return table.toString();
    }

    /**
     * Exact amounts, those that are zero too.
     *
     * @param at when that was, as users write it; empty where it is now
     */
    public ObjectNode json(String ledger, Optional<String> at) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("ledger", ledger);
        at.ifPresent(time -> root.put("at", time));
        ArrayNode list = root.putArray("accounts");
        byName.forEach((name, accounts) -> {
            ArrayNode amounts = list.addObject().put("account", name).putArray("balances");
            for (AccountView account : accounts) {
                ObjectNode amount = amounts.addObject()
                        .put("asset", account.asset().code())
                        .put("amount", account.balance().toPlainString());
                account.lot().ifPresent(lot -> {
                    ObjectNode node = amount.putObject("lot")
                            .put("price", lot.price().toPlainString())
                            .put("asset", lot.commodity());
                    lot.date().ifPresent(date -> node.put("date", date.toString()));
                });
            }
        });
        return root;
    }

    private static List<String> amounts(List<AccountView> accounts) {
        List<String> amounts = accounts.stream()
                .filter(account -> !account.isShownAsZero())
                .map(AccountView::printBalance)
                .toList();
        return amounts.isEmpty() ? List.of(NOTHING) : amounts;
    }
}
