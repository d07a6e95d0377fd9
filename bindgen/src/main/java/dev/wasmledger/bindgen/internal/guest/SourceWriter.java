package dev.wasmledger.bindgen.internal.guest;

/** Source text, with what lies between braces moved to the right. */
public final class SourceWriter {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** One line, or an empty one. */
    public SourceWriter line(String line) {
        if (!line.isEmpty()) {
            text.append(INDENT.repeat(depth)).append(line);
        }
        text.append('\n');
        return this;
    }

    /** Several lines, as they are. */
    public SourceWriter lines(String lines) {
        lines.lines().forEach(this::line);
        return this;
    }

    /** A line that ends in an opening brace; the next ones are moved to the right. */
    public SourceWriter open(String line) {
        line(line);
        depth++;
        return this;
    }

    /** The line with the closing brace. */
    public SourceWriter close(String line) {
        depth--;
        return line(line);
    }

    /** Moves the next lines to the right, behind a brace that ended one of several lines. */
    public SourceWriter indent() {
        depth++;
        return this;
    }

    /** Moves the next lines back to the left, without one for it. */
    public SourceWriter outdent() {
        depth--;
        return this;
    }

    /** An empty line, unless there is one or a brace before it. */
    public SourceWriter gap() {
        boolean afterLine = text.length() >= 2 && text.charAt(text.length() - 2) != '\n';
        if (afterLine && text.charAt(text.length() - 2) != '{') {
            text.append('\n');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
