package dev.wasmledger.wit.diagnostic;

/**
 * A stretch of a text.
 *
 * @param file the text
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset behind the last character; equal to {@code start} at the end of the text
 */
public record Span(SourceFile file, int start, int end) implements Place {

    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("no stretch of " + file.name() + ": " + start + " to " + end);
        }
    }

    @Override
    public String fileName() {
        return file.name();
    }

    /** The line of the first character, counted from 1. */
    public int line() {
        return file.lineOf(start);
    }

    /** The column of the first character, counted from 1 in code points. */
    public int column() {
        return file.columnOf(start);
    }

    /** The text itself. */
    public String text() {
        return file.text().substring(start, end);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}
