package dev.wasmledger.cli.journal;

import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a line, or in a part of one, that moves from left to right. */
final class LineCursor {

    private static final char END = '\0';

    private final SourceFile file;
    private final int end;
    private int position;

    /**
     * @param start offset in the file's text of the first character
     * @param end offset behind the last one
     */
    LineCursor(SourceFile file, int start, int end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    boolean atEnd() {
        return position >= end;
    }

    /** The next character; a NUL at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < end ? file.text().charAt(position + ahead) : END;
    }

    int position() {
        return position;
    }

    void skip(int characters) {
        position = Math.min(end, position + characters);
    }

    void skipBlanks() {
        while (!atEnd() && isBlank(peek())) {
            position++;
        }
    }

    boolean accept(char expected) {
        if (atEnd() || peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    /** Matches the pattern right here; moves behind the match where there is one, else the result is empty. */
    String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(file.text()).region(position, end);
        if (!matcher.lookingAt()) {
            return "";
        }
        position = matcher.end();
        return matcher.group();
    }

    /** A cursor over what lies in front of the next such character; this one moves behind it. Null if there is none. */
    @Nullable
    LineCursor until(char delimiter) {
        int found = file.text().indexOf(delimiter, position);
        if (found < 0 || found >= end) {
            return null;
        }
        var part = new LineCursor(file, position, found);
        position = found + 1;
        return part;
    }

    /** All that is left, without blanks at its end. */
    String rest() {
        return file.text().substring(position, end).stripTrailing();
    }

    /** From an offset to here. */
    Span since(int start) {
        return file.span(start, position);
    }

    /** All that is left. */
    Span ahead() {
        return file.span(position, Math.max(position, end));
    }

    /** A cursor over a part of the same file. */
    LineCursor part(int from, int to) {
        return new LineCursor(file, from, to);
    }

    int end() {
        return end;
    }

    static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
