package dev.wasmledger.cli.booking;

import static dev.wasmledger.cli.Limits.COMMAND_TEXT;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Cuts what is to be posted into what goes into one command. Text counts as well as items: a component has to hold all of
 * a command in its memory at once.
 *
 * @param items how many items of a command one element takes
 * @param mostItems how many a command takes, unless one element alone has more
 * @param text how many characters of text come with an element
 * @param place where an element is written
 */
record Batches<T>(ToIntFunction<T> items, int mostItems, ToIntFunction<T> text, Function<T, Place> place) {

    /** The characters of some text. */
    static int length(List<Entry> entries) {
        return entries.stream()
                .mapToInt(entry -> entry.key().length() + entry.value().length())
                .sum();
    }

    /**
     * Refuses what no command can take.
     *
     * @throws DiagnosticException with each element whose text alone is too long
     */
    void check(List<T> all) {
        List<Diagnostic> tooLong = all.stream()
                .filter(element -> text.applyAsInt(element) > COMMAND_TEXT)
                .map(element -> Diagnostic.error(
                        "BOOK0005",
                        "the names and texts here have %d characters; a ledger takes no more than %d together"
                                .formatted(text.applyAsInt(element), COMMAND_TEXT),
                        place.apply(element)))
                .toList();
        if (!tooLong.isEmpty()) {
            throw new DiagnosticException(tooLong);
        }
    }

    /** All elements in their order; an element is never cut. */
    List<List<T>> of(List<T> all) {
        var batches = new ArrayList<List<T>>();
        int first = 0;
        long itemsSoFar = 0;
        long textSoFar = 0;
        for (int i = 0; i < all.size(); i++) {
            itemsSoFar += items.applyAsInt(all.get(i));
            textSoFar += text.applyAsInt(all.get(i));
            if (i > first && (itemsSoFar > mostItems || textSoFar > COMMAND_TEXT)) {
                batches.add(all.subList(first, i));
                first = i;
                itemsSoFar = items.applyAsInt(all.get(i));
                textSoFar = text.applyAsInt(all.get(i));
            }
        }
        if (first < all.size()) {
            batches.add(all.subList(first, all.size()));
        }
        return batches;
    }
}
