package dev.wasmledger.runtime.internal.wast;

import java.util.Map;

/** Whether a trap happened for the reason that a script names. */
final class TrapReasons {

    /** What the reference says of a trap, where we say more: it happens at another step, for the same rule. */
    private static final Map<String, String> OUR_WORDS = Map.of(
            // The reference looks at the list that realloc has placed, we at what realloc returns.
            "list content out-of-bounds", "realloc return: beyond end of memory",
            // The reference has words of its own for what does not go through the host; ours are the host's.
            "string content out-of-bounds", "string pointer/length out of bounds of memory",
            "unaligned pointer", "realloc return: result not aligned",
            "call stack exhausted", "call depth limit",
            "incomplete utf-8 byte sequence", "invalid utf-8 encoding",
            "wasm `unreachable` instruction executed", "unreachable");

    private TrapReasons() {}

    /** Whether the reason of a trap is the one that the text means. */
    static boolean explains(String reason, String text) {
        String wanted = text.replace("wasm trap: ", "");
        return reason.contains(wanted) || reason.contains(OUR_WORDS.getOrDefault(wanted, wanted));
    }
}
