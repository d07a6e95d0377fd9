package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.List;

/**
 * An account that a file speaks of.
 *
 * @param key what makes it the one it is
 * @param code its kind; thousands are its class
 * @param flags what it permits
 * @param text what is said about it
 * @param place where the file first speaks of it
 */
public record BookAccount(AccountKey key, int code, AccountFlags flags, List<Entry> text, Place place) {

    /** The key under which an account's text has its name. */
    public static final String NAME = "name";

    public BookAccount {
        text = List.copyOf(text);
    }
}
