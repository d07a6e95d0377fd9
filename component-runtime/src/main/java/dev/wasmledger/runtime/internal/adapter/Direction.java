package dev.wasmledger.runtime.internal.adapter;

/** Which way values go, in terms of the fields of a generated adapter. */
enum Direction {
    ARGUMENTS("caller", "callee", "ownToCallee"),
    RESULT("callee", "caller", "ownToCaller");

    final String from;
    final String to;

    /** The method of {@link dev.wasmledger.runtime.internal.instance.AdapterCall} that moves an owned resource. */
    final String own;

    Direction(String from, String to, String own) {
        this.from = from;
        this.to = to;
        this.own = own;
    }

    static String memoryField(String side) {
        return side + "Memory";
    }
}
