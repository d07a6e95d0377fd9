package dev.wasmledger.bindgen.internal.c;

import java.util.List;

/** How generated C is laid out. */
final class CText {

    /** Columns of a line. */
    private static final int WIDTH = 100;

    private CText() {}

    /**
     * A call or a signature: in one line if it fits, else with a line for each argument.
     *
     * @param before what stands before the name in its line
     * @param none what stands between the parentheses where there are no arguments
     */
    static String call(String before, String name, List<String> arguments, String none) {
        String line = before + name + "(" + (arguments.isEmpty() ? none : String.join(", ", arguments)) + ")";
        return arguments.isEmpty() || line.length() <= WIDTH
                ? line
                : before + name + "(\n        " + String.join(",\n        ", arguments) + ")";
    }
}
