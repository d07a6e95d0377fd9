package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A book, and the transfers that it becomes in an empty ledger, as text that people can review. */
public final class BookDump {

    private BookDump() {}

    public static String of(Book book) {
        var out = new StringBuilder();
        var table = new AssetTable(List.of(), book);
        book.assets().forEach(asset -> {
            out.append("asset %d %s scale %d".formatted(table.number(asset.code()), asset.code(), asset.scale()));
            appendText(out, asset.text());
        });
        Map<U128, String> names = new HashMap<>();
        book.accounts().forEach(account -> {
            names.put(Ids.account(account.key()), name(account.key()));
            out.append("account %s code %d flags %d"
                    .formatted(
                            name(account.key()), account.code(), account.flags().bits()));
            appendText(out, account.text());
        });
        for (BookTransaction transaction : book.transactions()) {
            Chain.converted(transaction, table).forEach(asset -> {
                AccountKey conversion = AccountKey.conversion(asset);
                names.put(Ids.account(conversion), name(conversion));
            });
            out.append("transaction ").append(transaction.title()).append('\n');
            Chain chain = Chain.of(transaction, table);
            chain.transfers().forEach(transfer -> appendTransfer(out, transfer, names));
            for (Metadata metadata : chain.metadata()) {
                out.append("  text of ").append(index(chain, metadata.id()));
                appendText(out, metadata.entries());
            }
        }
        return out.toString();
    }

    private static void appendTransfer(StringBuilder out, Transfer transfer, Map<U128, String> names) {
        out.append("  %s ← %s: %s of %d, code %d%s%n"
                .formatted(
                        names.get(transfer.debitAccountId()),
                        names.get(transfer.creditAccountId()),
                        U128s.toBigInteger(transfer.amount()),
                        transfer.ledger(),
                        transfer.code(),
                        transfer.flags().contains(TransferFlags.LINKED) ? ", linked" : ""));
    }

    private static int index(Chain chain, U128 id) {
        return chain.transfers().stream().map(Transfer::id).toList().indexOf(id);
    }

    private static String name(AccountKey key) {
        return key.name() + " [" + key.asset() + (key.lot().isEmpty() ? "" : " " + key.lot()) + "]";
    }

    private static void appendText(StringBuilder out, List<Entry> text) {
        text.forEach(entry -> out.append("; ").append(entry.key()).append('=').append(entry.value()));
        out.append('\n');
    }
}
