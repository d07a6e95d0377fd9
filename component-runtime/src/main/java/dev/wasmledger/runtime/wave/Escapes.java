package dev.wasmledger.runtime.wave;

import dev.wasmledger.wit.diagnostic.SourceFile;

/** Reads and writes what stands between quotes. */
final class Escapes {

    private static final String ESCAPED = "\\'\"tnr";
    private static final String MEANT = "\\'\"\t\n\r";
    private static final int MAX_HEX_DIGITS = 6;
    private static final int QUOTES = 3;

    private final SourceFile source;
    private final String text;

    Escapes(SourceFile source) {
        this.source = source;
        this.text = source.text();
    }

    /** The string between two UTF-16 offsets of the text, its escapes read. */
    String read(int start, int end) {
        var out = new StringBuilder(end - start);
        readInto(out, start, end);
        return out.toString();
    }

    /**
     * The string whose first and last line hold nothing but {@code """} and, in the last one, the indentation that is
     * taken off all lines between them.
     */
    String readMultiline(Token token) {
        int inner = token.start() + QUOTES;
        int close = token.end() - QUOTES;
        int first = text.startsWith("\r", inner) ? inner + 1 : inner;
        if (first >= close || text.charAt(first) != '\n') {
            throw invalid(inner, inner + 1, "behind an opening \"\"\" the line must end");
        }
        int lastLine = text.lastIndexOf('\n', close - 1) + 1;
        String indent = text.substring(lastLine, close);
        if (indent.chars().anyMatch(c -> c != ' ')) {
            throw invalid(
                    lastLine, token.end(), "a closing \"\"\" must stand on a line of its own, behind spaces only");
        }
        var out = new StringBuilder();
        for (int line = first + 1; line < lastLine; ) {
            int newline = text.indexOf('\n', line);
            if (!text.startsWith(indent, line)) {
                throw invalid(line, line + 1, "each line must be indented as far as the closing \"\"\"");
            }
            if (line > first + 1) {
                out.append('\n');
            }
            int end = text.charAt(newline - 1) == '\r' && newline - 1 >= line + indent.length() ? newline - 1 : newline;
            readInto(out, line + indent.length(), end);
            line = newline + 1;
        }
        return out.toString();
    }

    private void readInto(StringBuilder out, int start, int end) {
        for (int i = start; i < end; ) {
            char c = text.charAt(i);
            if (c != '\\') {
                if (Character.isSurrogate(c) && !isPair(i, end)) {
                    throw Syntax.error(
                            source, Syntax.INVALID_ESCAPE, i, i + 1, "half of a surrogate pair is no character");
                }
                int point = text.codePointAt(i);
                out.appendCodePoint(point);
                i += Character.charCount(point);
            } else if (i + 1 < end && text.charAt(i + 1) == 'u') {
                i = readHex(out, i, end);
            } else {
                int which = i + 1 < end ? ESCAPED.indexOf(text.charAt(i + 1)) : -1;
                if (which < 0) {
                    throw invalidEscape(i, Math.min(i + 2, end));
                }
                out.append(MEANT.charAt(which));
                i += 2;
            }
        }
    }

    private boolean isPair(int at, int end) {
        return at + 1 < end && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    /** <code>\&#117;{…}</code>, of one to six digits; gives the offset behind it. */
    private int readHex(StringBuilder out, int start, int end) {
        int close = text.indexOf('}', start);
        boolean closed = text.startsWith("{", start + 2) && close > 0 && close < end;
        int digits = close - start - 3;
        if (!closed || digits < 1 || digits > MAX_HEX_DIGITS) {
            throw invalidEscape(start, closed ? close + 1 : start + 2);
        }
        int point = 0;
        for (int i = start + 3; i < close; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw invalidEscape(start, close + 1);
            }
            point = point << 4 | digit;
        }
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (surrogate || point > Character.MAX_CODE_POINT) {
            throw Syntax.error(
                    source,
                    Syntax.INVALID_ESCAPE,
                    start,
                    close + 1,
                    "there is no character U+" + Integer.toHexString(point),
                    "characters go up to 10ffff, without d800 to dfff");
        }
        out.appendCodePoint(point);
        return close + 1;
    }

    private RuntimeException invalidEscape(int start, int end) {
        return Syntax.error(
                source,
                Syntax.INVALID_ESCAPE,
                start,
                end,
                "there is no such escape",
                "the escapes are \\\\ \\' \\\" \\t \\n \\r and \\u{…} with one to six hexadecimal digits");
    }

    private RuntimeException invalid(int start, int end, String message) {
        return Syntax.error(source, Syntax.INVALID_MULTILINE, start, end, message);
    }

    /** Writes a character so that it can stand between quotes of either kind, and be seen. */
    static void append(StringBuilder out, int codePoint) {
        int which = codePoint < 0x80 ? MEANT.indexOf(codePoint) : -1;
        if (which >= 0) {
            out.append('\\').append(ESCAPED.charAt(which));
        } else if (isVisible(codePoint)) {
            out.appendCodePoint(codePoint);
        } else {
            out.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
