package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountBalance;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFilterFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.QueryFilterFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries of a table, and their answers on one line. */
record Questions(Ledger ledger) {

    /** Gives the time that a field names. */
    interface Times {
        long get(String field, long otherwise);
    }

    String answer(Line line, Times times) {
        return switch (line.kind()) {
            case "account-transfers" ->
                ids(ledger.accountTransfers(accountFilter(line, times)).stream().map(transfer -> transfer.id()));
            case "account-balances" ->
                ledger.accountBalances(accountFilter(line, times)).stream()
                        .map(Questions::balance)
                        .collect(Collectors.joining("; "));
            case "query-accounts" ->
                ids(ledger.queryAccounts(queryFilter(line, times)).stream().map(account -> account.id()));
            case "query-transfers" ->
                ids(ledger.queryTransfers(queryFilter(line, times)).stream().map(transfer -> transfer.id()));
            case "change-events" ->
                ledger
                        .changeEvents(new EventFilter(
                                times.get("min", 0), times.get("max", 0), (int) line.unsigned("limit", "100")))
                        .stream()
                        .map(event -> Line.witName(event.kind()) + " "
                                + Line.text(event.transfer().id()) + " "
                                + Line.text(event.debitAccount().debitsPending()) + "/"
                                + Line.text(event.debitAccount().debitsPosted()))
                        .collect(Collectors.joining(", "));
            default -> throw new IllegalArgumentException("no such row: " + line.text());
        };
    }

    /** Day, reference, transfers, what it reverts and what reverts it. */
    String transaction(U128List ids) {
        return ledger.lookupTransactions(ids).get(0).map(Questions::describe).orElse("none");
    }

    private static String describe(PostedTransaction posted) {
        Transaction transaction = posted.transaction();
        return "day " + transaction.effectiveDate() + " " + transaction.reference() + " transfers "
                + ids(posted.transfers().stream()) + " reverts " + Line.text(transaction.reverts()) + " reverted-by "
                + Line.text(posted.revertedBy()) + " note "
                + transaction.entries().get(0).value();
    }

    private static AccountFilter accountFilter(Line line, Times times) {
        AccountFilterFlags flags = AccountFilterFlags.NONE;
        for (String word : line.words()) {
            flags = switch (word) {
                case "debits" -> flags.with(AccountFilterFlags.DEBITS);
                case "credits" -> flags.with(AccountFilterFlags.CREDITS);
                case "reversed" -> flags.with(AccountFilterFlags.REVERSED);
                default -> flags;
            };
        }
        return new AccountFilter(
                Line.u128(line.words().get(1)),
                line.number("ud128", "0"),
                line.unsigned("ud64", "0"),
                (int) line.unsigned("ud32", "0"),
                (short) line.unsigned("code", "0"),
                times.get("min", 0),
                times.get("max", 0),
                (int) line.unsigned("limit", "100"),
                flags);
    }

    private static QueryFilter queryFilter(Line line, Times times) {
        return new QueryFilter(
                line.number("ud128", "0"),
                line.unsigned("ud64", "0"),
                (int) line.unsigned("ud32", "0"),
                (int) line.unsigned("ledger", "0"),
                (short) line.unsigned("code", "0"),
                times.get("min", 0),
                times.get("max", 0),
                (int) line.unsigned("limit", "100"),
                line.words().contains("reversed") ? QueryFilterFlags.REVERSED : QueryFilterFlags.NONE);
    }

    private static String balance(AccountBalance balance) {
        return Stream.of(
                        balance.debitsPending(),
                        balance.debitsPosted(),
                        balance.creditsPending(),
                        balance.creditsPosted())
                .map(Line::text)
                .collect(Collectors.joining(" "));
    }

    private static String ids(Stream<U128> ids) {
        return ids.map(Line::text).collect(Collectors.joining(" "));
    }
}
