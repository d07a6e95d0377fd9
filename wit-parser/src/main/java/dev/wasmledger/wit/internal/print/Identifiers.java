package dev.wasmledger.wit.internal.print;

import dev.wasmledger.wit.internal.syntax.Keywords;

/** Names and strings as they are written in WIT. */
final class Identifiers {

    private Identifiers() {}

    /** The name, with {@code %} in front of it if it would be read as a keyword otherwise. */
    static String escape(String name) {
        return Keywords.contains(name) ? "%" + name : name;
    }

    /** The string in quotes; everything out of the ordinary as an escape. */
    static String quote(String value) {
        var quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-_./: ".indexOf(c) >= 0);
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '"' -> quoted.append("\\\"");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(plain ? Character.toString(c) : "\\u{" + Integer.toHexString(c) + "}");
            }
        });
        return quoted.append('"').toString();
    }
}
