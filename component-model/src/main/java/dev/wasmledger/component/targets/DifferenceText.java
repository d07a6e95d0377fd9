package dev.wasmledger.component.targets;

import dev.wasmledger.component.targets.Difference.Mark;
import dev.wasmledger.component.targets.Difference.MarkedText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Differences as text for people.
 *
 * <pre>{@code
 * different: export `acme:shop/cart`, function `add`
 *   world:     func(item: string, count: u32)
 *                                        ^^^
 *   component: func(item: string, count: u64)
 *                                        ^^^
 * }</pre>
 */
public final class DifferenceText {

    private static final String WORLD = "  world:     ";
    private static final String COMPONENT = "  component: ";

    private DifferenceText() {}

    /** All of them, each behind the other; no line feed at the end. */
    public static String render(List<Difference> differences) {
        return differences.stream().map(DifferenceText::render).collect(Collectors.joining("\n"));
    }

    /** One of them; no line feed at the end. */
    public static String render(Difference difference) {
        var out = new StringBuilder(difference.kind().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(String.join(", ", difference.path()));
        difference.world().ifPresent(text -> append(out, WORLD, text));
        difference.component().ifPresent(text -> append(out, COMPONENT, text));
        difference.hint().ifPresent(hint -> out.append("\n  hint: ").append(hint));
        return out.toString();
    }

    private static void append(StringBuilder out, String side, MarkedText text) {
        out.append('\n').append(side).append(text.text());
        if (!text.marks().isEmpty()) {
            out.append('\n').append(" ".repeat(side.length()));
            int column = 0;
            for (Mark mark : text.marks()) {
                int from = Math.max(column, mark.start());
                int to = Math.max(mark.end(), from + 1);
                out.append(" ".repeat(from - column)).append("^".repeat(to - from));
                column = to;
            }
        }
    }
}
