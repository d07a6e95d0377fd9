package dev.wasmledger.component.targets;

import java.util.List;
import java.util.Optional;

/**
 * One reason why a component does not fit a world.
 *
 * @param path to where it lies, the outermost first: {@code export `acme:shop/cart`}, {@code function `add`}
 * @param world the type that the world has there, if it has one
 * @param component the type that the component has there, if it has one
 * @param hint what was probably meant
 */
public record Difference(
        Kind kind,
        List<String> path,
        Optional<MarkedText> world,
        Optional<MarkedText> component,
        Optional<String> hint) {

    /** What a component does that its world does not allow. */
    public enum Kind {
        /** It lacks what it has to export. */
        MISSING,
        /** It imports what nobody gives to it. */
        EXTRA,
        /** It has something there, of another type. */
        DIFFERENT
    }

    public Difference {
        path = List.copyOf(path);
    }

    /**
     * A type in one line, with the parts that differ from the other side's.
     *
     * @param marks in order, without overlaps; an empty one stands where the other side has something more
     */
    public record MarkedText(String text, List<Mark> marks) {
        public MarkedText {
            marks = List.copyOf(marks);
        }

        static MarkedText plain(String text) {
            return new MarkedText(text, List.of());
        }
    }

    /** Characters of a text, from {@code start} on, up to {@code end}. */
    public record Mark(int start, int end) {}
}
