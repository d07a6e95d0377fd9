package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.Command;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What commands speak of, as far as one of them can get in the way of another. */
final class Mentions {

    /** Of items, and of what text belongs to. */
    private final Set<U128> ids = new HashSet<>();

    private final Set<U128> transactions = new HashSet<>();

    /** What transfers could belong to a transaction by. */
    private final Set<U128> userData = new HashSet<>();

    private int characters;

    private Mentions() {}

    /** Whether a command means the same with others before and behind it: no chain of its own goes on, nothing is imported. */
    static boolean isCombinable(Command command) {
        return switch (command) {
            case Command.CreateAccounts(List<Account> accounts, var metadata) ->
                !accounts.isEmpty()
                        && !accounts.getLast().flags().contains(AccountFlags.LINKED)
                        && accounts.stream()
                                .noneMatch(account -> account.flags().contains(AccountFlags.IMPORTED));
            case Command.Commit(List<Transfer> transfers, var transactions, var metadata) ->
                !transfers.isEmpty()
                        && !transfers.getLast().flags().contains(TransferFlags.LINKED)
                        && transfers.stream()
                                .noneMatch(transfer -> transfer.flags().contains(TransferFlags.IMPORTED));
            case Command.CreateAssets alone -> false;
            case Command.Expire alone -> false;
        };
    }

    /** What a combinable command speaks of. */
    static Mentions of(Command command) {
        Mentions mentions = new Mentions();
        switch (command) {
            case Command.CreateAccounts(List<Account> accounts, List<Metadata> metadata) -> {
                accounts.forEach(account -> mentions.ids.add(account.id()));
                mentions.addTexts(metadata);
            }
            case Command.Commit(List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata) -> {
                transfers.forEach(mentions::add);
                transactions.forEach(mentions::add);
                mentions.addTexts(metadata);
            }
            case Command.CreateAssets alone -> {}
            case Command.Expire alone -> {}
        }
        return mentions;
    }

    private void add(Transfer transfer) {
        ids.add(transfer.id());
        U128 data = transfer.userData128();
        if ((data.low() | data.high()) != 0) {
            userData.add(data);
        }
    }

    private void add(Transaction transaction) {
        transactions.add(transaction.id());
        characters += transaction.reference().length() + length(transaction.entries());
    }

    private void addTexts(List<Metadata> metadata) {
        for (Metadata text : metadata) {
            ids.add(text.id());
            characters += length(text.entries());
        }
    }

    private static int length(List<Entry> entries) {
        return entries.stream()
                .mapToInt(entry -> entry.key().length() + entry.value().length())
                .sum();
    }

    /** How much text comes with it. */
    int characters() {
        return characters;
    }

    /** Whether neither can get in the other's way. */
    boolean areApartFrom(Mentions other) {
        return Collections.disjoint(ids, other.ids)
                && Collections.disjoint(transactions, other.transactions)
                && Collections.disjoint(transactions, other.userData)
                && Collections.disjoint(userData, other.transactions);
    }

    /** Takes another command's in. */
    void add(Mentions other) {
        ids.addAll(other.ids);
        transactions.addAll(other.transactions);
        userData.addAll(other.userData);
        characters += other.characters;
    }
}
