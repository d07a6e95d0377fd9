package dev.wasmledger.cli.booking;

import java.util.List;

/** All that a file wants to have in the books. Transactions use only accounts of the book, and these only its assets. */
public record Book(List<BookAsset> assets, List<BookAccount> accounts, List<BookTransaction> transactions) {

    /** Nothing at all. */
    public static final Book EMPTY = new Book(List.of(), List.of(), List.of());

    public Book {
        assets = List.copyOf(assets);
        accounts = List.copyOf(accounts);
        transactions = List.copyOf(transactions);
    }
}
