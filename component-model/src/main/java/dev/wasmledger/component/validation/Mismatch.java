package dev.wasmledger.component.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why one type does not fit where another is asked for.
 *
 * @param path the parts that the difference lies in, the outermost first: {@code export `run`}, {@code parameter `x`}
 * @param reason what differs there
 */
public record Mismatch(List<String> path, String reason) {

    public Mismatch {
        path = List.copyOf(path);
    }

    static Optional<Mismatch> of(String reason) {
        return Optional.of(new Mismatch(List.of(), reason));
    }

    Mismatch within(String part) {
        List<String> longer = new ArrayList<>(List.of(part));
        longer.addAll(path);
        return new Mismatch(longer, reason);
    }

    /** In one line: {@code export `run`: parameter `x`: …}. */
    public String text() {
        return path.isEmpty() ? reason : String.join(": ", path) + ": " + reason;
    }
}
