package dev.wasmledger.runtime.wave;

import dev.wasmledger.component.type.Field;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.List;

/**
 * A call as it is written, {@code shop:stock/items#add("nail", 3)}: some name, whose meaning is the caller's business,
 * and arguments, whose types are known once the function is.
 */
public final class WaveCall {

    private final Span function;
    private final Node.Tuple arguments;

    private WaveCall(Span function, Node.Tuple arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    /**
     * Reads a call; without parentheses it is one without arguments.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if the text is none
     */
    public static WaveCall parse(SourceFile text) {
        String call = text.text();
        int open = call.indexOf('(');
        int nameEnd = open < 0 ? call.length() : open;
        int start = 0;
        while (start < nameEnd && Character.isWhitespace(call.charAt(start))) {
            start++;
        }
        int end = nameEnd;
        while (end > start && Character.isWhitespace(call.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            throw Syntax.error(
                    text, Syntax.UNEXPECTED_TOKEN, start, start + 1, "expected the name of a function before this");
        }
        Node.Tuple arguments = open < 0 ? new Node.Tuple(end, end, List.of()) : new Parser(text, open).wholeArguments();
        return new WaveCall(text.span(start, end), arguments);
    }

    /** The name and where it stands. */
    public Span function() {
        return function;
    }

    /**
     * The arguments for these parameters; those of option types at the end can be left out.
     *
     * @throws dev.wasmledger.wit.diagnostic.DiagnosticException if they do not fit; all that does not is in it
     */
    public List<Val> arguments(List<Field> params) {
        var problems = new Problems(function.file());
        List<Val> values = new Reader(problems).arguments(arguments, params);
        problems.throwIfAny();
        return values;
    }
}
