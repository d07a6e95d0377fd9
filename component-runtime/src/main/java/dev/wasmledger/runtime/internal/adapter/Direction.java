package dev.wasmledger.runtime.internal.adapter;

/** Which way values go, in terms of the fields of a generated adapter. */
enum Direction {
    ARGUMENTS("caller", "callee"),
    RESULT("callee", "caller");

    final String from;
    final String to;

    Direction(String from, String to) {
        this.from = from;
        this.to = to;
    }

    static String memoryField(String side) {
        return side + "Memory";
    }
}
