package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a string in the text stands for. (Core specification, text format: {@code name}.) */
final class StringLiteral {

    private final Span span;
    private final Diagnostics diagnostics;
    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int position = 1;

    /** @param span the string with its quotes */
    StringLiteral(Span span, Diagnostics diagnostics) {
        this.span = span;
        this.diagnostics = diagnostics;
        this.text = span.text();
    }

    /** The value; absent where an escape is wrong, which is reported. */
    Optional<String> value() {
        while (position < text.length() - 1) {
            int start = position;
            int codePoint = text.codePointAt(position);
            position += Character.charCount(codePoint);
            if (codePoint != '\\') {
                append(codePoint);
            } else if (!readEscape()) {
                diagnostics.error(
                        Problem.BAD_STRING,
                        span.file().span(span.start() + start, span.start() + position),
                        "`" + text.substring(start, position) + "` is no escape of a string");
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException wrong) {
            diagnostics.error(Problem.BAD_STRING, span, "the escapes of the string do not make up UTF-8");
            return Optional.empty();
        }
    }

    private boolean readEscape() {
        char kind = text.charAt(position++);
        switch (kind) {
            case '"', '\'', '\\' -> append(kind);
            case 't' -> append('\t');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 'u' -> {
                return readUnicode();
            }
            default -> {
                int high = Character.digit(kind, 16);
                int low = Character.digit(text.charAt(position), 16);
                if (high < 0 || low < 0) {
                    return false;
                }
                position++;
                bytes.write(high * 16 + low);
            }
        }
        return true;
    }

    /** <code>\&#117;{7fff}</code>, with single underscores between digits. */
    private boolean readUnicode() {
        int close = text.indexOf('}', position);
        if (close < 0 || !text.substring(position, close).matches("\\{[0-9a-fA-F]+(_[0-9a-fA-F]+)*")) {
            return false;
        }
        String digits = text.substring(position + 1, close).replace("_", "").replaceFirst("^0+(?=.)", "");
        int codePoint = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits, 16);
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (surrogate || codePoint > Character.MAX_CODE_POINT) {
            return false;
        }
        position = close + 1;
        append(codePoint);
        return true;
    }

    private void append(int codePoint) {
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
    }
}
