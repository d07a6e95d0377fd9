package dev.wasmledger.wit.diagnostic;

import java.util.Arrays;

/**
 * A text that diagnostics point into, with the name that people know it by (a path, as it was given).
 *
 * <p>Two source files are the same only if they are the same object.
 */
public final class SourceFile {

    private final String name;
    private final String text;
    private final int[] lineStarts;

    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** The name to show. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** How many lines there are; a text that ends with a line feed has an empty last one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The line, counted from 1, that holds the UTF-16 offset; the end of the text is in the last line. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of the UTF-16 offset within its line, counted from 1 in code points. */
    public int columnOf(int offset) {
        return text.codePointCount(lineStarts[lineOf(offset) - 1], offset) + 1;
    }

    /**
     * The UTF-16 offset of a line's first character.
     *
     * @param line counted from 1
     */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /**
     * The text of a line without its end.
     *
     * @param line counted from 1
     */
    public String line(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(start, end);
    }

    /** The stretch of text between two UTF-16 offsets; both are moved into the text if they lie outside. */
    public Span span(int start, int end) {
        int from = Math.clamp(start, 0, text.length());
        return new Span(this, from, Math.clamp(end, from, text.length()));
    }

    /**
     * The character at a line and column.
     *
     * @param line counted from 1; the last one stands for all that lie behind it
     * @param column counted from 1 in code points; the line's end stands for all that lie behind it
     */
    public Span at(int line, int column) {
        int row = Math.clamp(line, 1, lineStarts.length);
        String content = line(row);
        int points = Math.clamp(column - 1L, 0, content.codePointCount(0, content.length()));
        int start = lineStarts[row - 1] + content.offsetByCodePoints(0, points);
        return span(start, start + 1);
    }

    @Override
    public String toString() {
        return name;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = newline + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
