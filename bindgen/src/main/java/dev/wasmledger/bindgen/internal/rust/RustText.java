package dev.wasmledger.bindgen.internal.rust;

import java.util.List;

/** How generated Rust is laid out: as {@code rustfmt} does. */
final class RustText {

    /** Columns of a line. */
    private static final int WIDTH = 100;

    /** Columns of what stands between parentheses or brackets in one line. */
    private static final int ARGUMENTS_WIDTH = 60;

    private RustText() {}

    /** A name that is made of another one, of which no low line at its end is left within the new one. */
    static String suffixed(String name, String suffix) {
        return name.replaceAll("_+$", "") + suffix;
    }

    /** Whether a line needs no break. */
    static boolean fits(int indent, String line) {
        return indent + line.length() <= WIDTH;
    }

    /**
     * A signature: in one line if it fits, else with a line for each parameter.
     *
     * @param indent the columns before it
     * @param before what stands before the parenthesis
     * @param after what stands behind the other one
     */
    static String signature(int indent, String before, List<String> parameters, String after) {
        String line = before + "(" + String.join(", ", parameters) + ")" + after;
        return parameters.isEmpty() || fits(indent, line) ? line : spread(before + "(", parameters, ")" + after);
    }

    /** A call or an array: in one line if it is short, else with a line for each argument. */
    static String call(int indent, String before, List<String> arguments, String after) {
        String joined = String.join(", ", arguments);
        String line = before + joined + after;
        return arguments.isEmpty() || (joined.length() <= ARGUMENTS_WIDTH && fits(indent, line))
                ? line
                : spread(before, arguments, after);
    }

    private static String spread(String before, List<String> lines, String after) {
        return before + "\n    " + String.join(",\n    ", lines) + ",\n" + after;
    }

    /** A statement with an unsafe expression: in one line if it fits. */
    static String unsafe(int indent, String before, String expression, String after) {
        String line = before + "unsafe { " + expression + " }" + after;
        return expression.indexOf('\n') < 0 && fits(indent, line)
                ? line
                : before + "unsafe {\n" + expression.indent(4).stripTrailing() + "\n}" + after;
    }
}
