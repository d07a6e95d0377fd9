package dev.wasmledger.runtime.wave;

import java.util.List;
import java.util.Optional;

/** A value as it is written, before it is read as one of a type. Offsets are UTF-16. */
sealed interface Node {

    int start();

    int end();

    /** Also {@code -inf}. */
    record Num(int start, int end, String text) implements Node {

        boolean isInteger() {
            return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        }
    }

    /**
     * A name, maybe with a value in parentheses: {@code north}, {@code some(1)}.
     *
     * @param label without {@code %}
     * @param keyword whether it is one of WAVE's own words, written without {@code %}
     */
    record Word(int start, int end, String label, boolean keyword, Optional<Node> payload) implements Node {}

    record Char(int start, int end, int codePoint) implements Node {}

    record Str(int start, int end, String value) implements Node {}

    /** {@code (a, b)}. */
    record Tuple(int start, int end, List<Node> values) implements Node {}

    /** {@code [a, b]}. */
    record Sequence(int start, int end, List<Node> elements) implements Node {}

    /** {@code {a: 1, b: 2}}, or {@code {:}} for one whose fields are all left out. */
    record Fields(int start, int end, List<FieldNode> fields) implements Node {}

    /** {@code {a, b}}. */
    record Labels(int start, int end, List<LabelNode> labels) implements Node {}

    /** A field of a record with its value. */
    record FieldNode(LabelNode label, Node value) {}

    /** A name within braces; {@code %} before it is allowed and means nothing. */
    record LabelNode(int start, int end, String label) {}

    /** What was written, for a message. */
    default String description() {
        return switch (this) {
            case Num number -> number.isInteger() ? "a number" : "a number that is no integer";
            case Word(var start, var end, var label, var keyword, var payload)
            when payload.isPresent() -> "a case with a value";
            case Word word -> "`" + word.label() + "`";
            case Char character -> "a character";
            case Str string -> "a string";
            case Tuple tuple -> "a tuple";
            case Sequence sequence -> "a list";
            case Fields fields -> "a record";
            case Labels labels -> "flags";
        };
    }
}
