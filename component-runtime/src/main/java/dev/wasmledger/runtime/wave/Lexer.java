package dev.wasmledger.runtime.wave;

import dev.wasmledger.runtime.wave.Token.Kind;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.util.regex.Pattern;

/** Cuts a text into tokens. Blanks and {@code //} comments lie between them. */
final class Lexer {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?|-inf");
    private static final Pattern LABEL =
            Pattern.compile("%?([a-z][a-z0-9]*+|[A-Z][A-Z0-9]*+)(-([a-z0-9]++|[A-Z0-9]++))*+");
    private static final String TRIPLE_QUOTE = "\"\"\"";

    private final SourceFile source;
    private final String text;
    private int at;

    /** Reads from that UTF-16 offset on. */
    Lexer(SourceFile source, int start) {
        this.source = source;
        this.text = source.text();
        this.at = start;
    }

    Token next() {
        skipBlanks();
        int start = at;
        if (start == text.length()) {
            return new Token(Kind.END, start, start);
        }
        char first = text.charAt(start);
        return switch (first) {
            case '(' -> symbol(Kind.PAREN_OPEN);
            case ')' -> symbol(Kind.PAREN_CLOSE);
            case '[' -> symbol(Kind.BRACKET_OPEN);
            case ']' -> symbol(Kind.BRACKET_CLOSE);
            case '{' -> symbol(Kind.BRACE_OPEN);
            case '}' -> symbol(Kind.BRACE_CLOSE);
            case ':' -> symbol(Kind.COLON);
            case ',' -> symbol(Kind.COMMA);
            case '"' -> text.startsWith(TRIPLE_QUOTE, start) ? multilineString() : quoted(Kind.STRING, '"');
            case '\'' -> quoted(Kind.CHAR, '\'');
            default -> word(first);
        };
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (" \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("//", at)) {
                int newline = text.indexOf('\n', at);
                at = newline < 0 ? text.length() : newline;
            } else {
                return;
            }
        }
    }

    private Token symbol(Kind kind) {
        at++;
        return new Token(kind, at - 1, at);
    }

    /** What is between the quotes is looked at when the value is read; here only its end is found. */
    private Token quoted(Kind kind, char quote) {
        int start = at;
        for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                at = i + 1;
                return new Token(kind, start, at);
            }
        }
        int newline = text.indexOf('\n', start);
        throw Syntax.error(
                source,
                Syntax.INVALID_TOKEN,
                start,
                newline < 0 ? text.length() : newline,
                kind.description() + " has no closing " + quote + " on its line",
                "write " + quote + " as \\" + quote + ", \\ as \\\\ and a line feed as \\n");
    }

    private Token multilineString() {
        int start = at;
        int close = text.indexOf(TRIPLE_QUOTE, start + TRIPLE_QUOTE.length());
        if (close < 0) {
            throw Syntax.error(
                    source,
                    Syntax.INVALID_TOKEN,
                    start,
                    start + 3,
                    "a string over several lines has no closing \"\"\"");
        }
        at = close + TRIPLE_QUOTE.length();
        return new Token(Kind.MULTILINE_STRING, start, at);
    }

    private Token word(char first) {
        int start = at;
        boolean number = first == '-' || isDigit(first);
        int end = start + 1;
        while (end < text.length() && isWordPart(text.charAt(end), number)) {
            end++;
        }
        String word = text.substring(start, end);
        if (number ? !NUMBER.matcher(word).matches() : !LABEL.matcher(word).matches()) {
            throw invalidWord(word, start, number);
        }
        at = end;
        return new Token(number ? Kind.NUMBER : Kind.LABEL, start, end);
    }

    private RuntimeException invalidWord(String word, int start, boolean number) {
        int end = start + word.length();
        if (number) {
            return Syntax.error(
                    source,
                    Syntax.INVALID_TOKEN,
                    start,
                    end,
                    "this is no number",
                    "numbers are decimal, like 12, -0.5 or 1e3; further there are nan, inf and -inf");
        }
        if (!isLetter(word.charAt(0)) && word.length() == 1) {
            int point = text.codePointAt(start);
            return Syntax.error(
                    source,
                    Syntax.INVALID_TOKEN,
                    start,
                    start + Character.charCount(point),
                    "no value begins with this character");
        }
        return Syntax.error(
                source,
                Syntax.INVALID_TOKEN,
                start,
                end,
                "this is no name",
                "names are words of ASCII letters and digits with - between them; strings stand in double quotes");
    }

    private static boolean isWordPart(char c, boolean number) {
        return isLetter(c) || isDigit(c) || c == '-' || (number && (c == '.' || c == '+'));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
