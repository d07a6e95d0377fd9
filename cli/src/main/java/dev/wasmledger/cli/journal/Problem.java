package dev.wasmledger.cli.journal;

/** The kinds of things that can be wrong with a journal; the ids are stable. */
enum Problem {
    UNKNOWN_LINE("JNL0001"),
    DATE("JNL0002"),
    POSTING("JNL0003"),
    AMOUNT("JNL0004"),
    PRICE("JNL0005"),
    LOT("JNL0006"),
    NOT_TAKEN("JNL0007"),
    UNBALANCED("JNL0008"),
    MISSING_AMOUNTS("JNL0009"),
    OPEN_BLOCK("JNL0010"),
    CONTROL_CHARACTER("JNL0011"),
    TOO_MANY("JNL0012");

    private final String id;

    Problem(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
