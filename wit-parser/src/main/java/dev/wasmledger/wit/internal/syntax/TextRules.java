package dev.wasmledger.wit.internal.syntax;

import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;

/** Which characters a file must not contain, so that it is what it looks like. (WIT.md, "Lexical structure".) */
final class TextRules {

    private TextRules() {}

    /** Reports every character that must not occur. */
    static void check(SourceFile file, Diagnostics diagnostics) {
        String text = file.text();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            String why = whyForbidden(codePoint);
            if (!why.isEmpty()) {
                diagnostics.error(
                        Problem.FORBIDDEN_CHARACTER,
                        file.span(i, i + Character.charCount(codePoint)),
                        "U+%04X is %s and must not occur in WIT".formatted(codePoint, why));
            }
        }
    }

    private static String whyForbidden(int codePoint) {
        return switch (codePoint) {
            case '\n', '\r', '\t' -> "";
            case 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069 ->
                "a character that changes the direction of text";
            case 0x149, 0x673, 0xF77, 0xF79, 0x17A3, 0x17A4, 0x17B4, 0x17B5 ->
                "a character that Unicode deprecates or discourages";
            default -> Character.getType(codePoint) == Character.CONTROL ? "a control character" : "";
        };
    }
}
