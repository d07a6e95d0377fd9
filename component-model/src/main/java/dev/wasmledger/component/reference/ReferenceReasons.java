package dev.wasmledger.component.reference;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which rule of ours the text of an {@code assert_invalid} or {@code assert_malformed} speaks of. The reference's scripts
 * expect a part of its message; a rejection is right where its id is one that the table has for that text.
 */
public final class ReferenceReasons {

    record Reason(String firstId, String lastId, Pattern text) {

        boolean explains(String id, String expected) {
            return id.compareTo(firstId) >= 0
                    && id.compareTo(lastId) <= 0
                    && text.matcher(expected).matches();
        }
    }

    private static final List<Reason> REASONS = Resources.lines("reasons.txt").stream()
            .map(ReferenceReasons::reason)
            .toList();

    private ReferenceReasons() {}

    /** Whether a diagnostic of this id, {@code CMP0052} for instance, is what a script expects with that text. */
    public static boolean explains(String id, String expectedText) {
        return REASONS.stream().anyMatch(reason -> reason.explains(id, expectedText));
    }

    static Reason reason(String line) {
        String[] parts = line.split(": ?", 2);
        String[] ids = parts[0].split("\\.\\.", 2);
        String text = Arrays.stream(parts[1].split("…", -1)).map(Pattern::quote).collect(Collectors.joining("[^`]*"));
        return new Reason(ids[0], ids[ids.length - 1], Pattern.compile(text));
    }
}
