package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.List;

/**
 * An asset that a file speaks of.
 *
 * @param code its name, unique in a ledger
 * @param scale its decimals, 0 to 38
 * @param fixed whether the file insists on that scale; else the ledger may hold the asset with another one
 * @param text what is said about it
 * @param place where the file first speaks of it
 */
public record BookAsset(String code, int scale, boolean fixed, List<Entry> text, Place place) {

    public BookAsset {
        text = List.copyOf(text);
    }
}
