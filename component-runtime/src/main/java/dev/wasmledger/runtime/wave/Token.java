package dev.wasmledger.runtime.wave;

/**
 * A token and where it stands.
 *
 * @param start UTF-16 offset of its first character
 * @param end UTF-16 offset behind its last one
 */
record Token(Kind kind, int start, int end) {

    /** What a token can be, with what to call it in a message. */
    enum Kind {
        NUMBER("a number"),
        LABEL("a name"),
        CHAR("a character"),
        STRING("a string"),
        MULTILINE_STRING("a string"),
        PAREN_OPEN("`(`"),
        PAREN_CLOSE("`)`"),
        BRACKET_OPEN("`[`"),
        BRACKET_CLOSE("`]`"),
        BRACE_OPEN("`{`"),
        BRACE_CLOSE("`}`"),
        COLON("`:`"),
        COMMA("`,`"),
        END("the end");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }
}
