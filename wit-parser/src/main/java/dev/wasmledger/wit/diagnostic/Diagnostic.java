package dev.wasmledger.wit.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing to say about an input.
 *
 * @param severity how bad it is
 * @param id stable name of this kind of diagnostic: capital letters for the room, four digits
 * @param message what is wrong, in one sentence that starts small and has no full stop; further lines may list things
 * @param primary where it is wrong
 * @param secondary other places that belong to it
 * @param hint the likely fix, where one is known; further lines may say what else is to be known for it
 */
public record Diagnostic(
        Severity severity,
        String id,
        String message,
        Place primary,
        List<LabelledPlace> secondary,
        Optional<String> hint) {

    private static final Pattern ID = Pattern.compile("[A-Z]+[0-9]{4}");

    public Diagnostic {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a diagnostic's id is letters and four digits, not " + id);
        }
        secondary = List.copyOf(secondary);
    }

    /** An error with nothing but its primary place. */
    public static Diagnostic error(String id, String message, Place primary) {
        return new Diagnostic(Severity.ERROR, id, message, primary, List.of(), Optional.empty());
    }

    /** A warning with nothing but its primary place. */
    public static Diagnostic warning(String id, String message, Place primary) {
        return new Diagnostic(Severity.WARNING, id, message, primary, List.of(), Optional.empty());
    }

    /** The same with one more place. */
    public Diagnostic withLabel(Place place, String label) {
        var labels = new ArrayList<>(secondary);
        labels.add(new LabelledPlace(place, label));
        return new Diagnostic(severity, id, message, primary, labels, hint);
    }

    /** The same with a hint. */
    public Diagnostic withHint(String text) {
        return new Diagnostic(severity, id, message, primary, secondary, Optional.of(text));
    }

    /** The same with a hint, if there is one. */
    public Diagnostic withHint(Optional<String> text) {
        return new Diagnostic(severity, id, message, primary, secondary, text);
    }
}
