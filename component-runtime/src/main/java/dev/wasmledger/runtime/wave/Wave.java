package dev.wasmledger.runtime.wave;

import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.wit.diagnostic.SourceFile;

/**
 * Values as text, {@code some({name: "a", tags: [1, 2]})}. A map, for which WAVE has no form, is written as a list of
 * pairs. Resources, streams and futures have none: a resource is printed as its type's name in angle brackets.
 */
public final class Wave {

    private Wave() {}

    /**
     * Reads a value.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if the text is no value of the type; all that does not
     *     fit is in it
     */
    public static Val parse(SourceFile text, ValType type) {
        Node node = new Parser(text, 0).whole();
        var problems = new Problems(text);
        Val value = new Reader(problems).value(node, type);
        problems.throwIfAny();
        return value;
    }

    /**
     * Writes a value on one line; what cannot be seen is escaped.
     *
     * @throws IllegalArgumentException if it is no value of the type
     */
    public static String print(Val value, ValType type) {
        var out = new StringBuilder();
        new Printer(out).value(value, type);
        return out.toString();
    }
}
