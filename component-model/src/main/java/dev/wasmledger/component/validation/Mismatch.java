package dev.wasmledger.component.validation;

import dev.wasmledger.component.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why one type does not fit where another is asked for.
 *
 * @param rule that is broken by it
 * @param path the parts that the difference lies in, the outermost first: {@code export `run`}, {@code parameter `x`}
 * @param reason what differs there
 */
public record Mismatch(Rule rule, List<String> path, String reason) {

    public Mismatch {
        path = List.copyOf(path);
    }

    static Optional<Mismatch> of(Rule rule, String reason) {
        return Optional.of(new Mismatch(rule, List.of(), reason));
    }

    Mismatch within(String part) {
        List<String> longer = new ArrayList<>(List.of(part));
        longer.addAll(path);
        return new Mismatch(rule, longer, reason);
    }

    /** In one line: {@code export `run`: parameter `x`: …}. */
    public String text() {
        return path.isEmpty() ? reason : String.join(": ", path) + ": " + reason;
    }
}
