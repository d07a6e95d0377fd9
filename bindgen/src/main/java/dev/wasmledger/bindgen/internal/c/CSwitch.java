package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.c.CModel.Alternative;
import dev.wasmledger.bindgen.internal.c.CModel.Form;
import dev.wasmledger.bindgen.internal.guest.SourceWriter;
import java.util.List;
import java.util.function.Consumer;

/** Statements that depend on which case a value has. */
final class CSwitch {

    private CSwitch() {}

    /**
     * Writes them.
     *
     * @param tag the expression that says which case it is
     * @param alternatives those for which there is something to do
     * @param statements writes what is done for one of them
     */
    static void write(
            SourceWriter out,
            Form.Tagged tagged,
            String tag,
            List<Alternative> alternatives,
            Consumer<Alternative> statements) {
        if (alternatives.isEmpty()) {
            return;
        }
        if (tagged.isTruth()) {
            writeIf(out, tag, alternatives, statements);
            return;
        }
        out.line("switch (" + tag + ") {");
        for (Alternative alternative : alternatives) {
            out.open("case " + alternative.number() + ": {");
            statements.accept(alternative);
            out.line("break;");
            out.close("}");
        }
        out.line("}");
    }

    private static void writeIf(
            SourceWriter out, String tag, List<Alternative> alternatives, Consumer<Alternative> statements) {
        boolean both = alternatives.size() == 2;
        Alternative first = alternatives.getLast();
        out.open("if (" + (first.number() == 1 ? tag : "!" + tag) + ") {");
        statements.accept(first);
        if (both) {
            out.outdent().open("} else {");
            statements.accept(alternatives.getFirst());
        }
        out.close("}");
    }
}
