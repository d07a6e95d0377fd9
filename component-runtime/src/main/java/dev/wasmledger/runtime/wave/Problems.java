package dev.wasmledger.runtime.wave;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a text does not fit its type. */
final class Problems {

    static final String WRONG_TYPE = "WAVE0101";
    static final String OUT_OF_RANGE = "WAVE0102";
    static final String UNKNOWN = "WAVE0103";
    static final String DUPLICATE = "WAVE0104";
    static final String MISSING = "WAVE0105";
    static final String TOO_MANY = "WAVE0106";
    static final String PAYLOAD = "WAVE0107";
    static final String WRONG_LENGTH = "WAVE0108";
    static final String UNWRITABLE = "WAVE0109";

    /** Nobody reads more of them about one text. */
    private static final int MAX_PROBLEMS = 20;

    private static final int MAX_TYPE_TEXT = 120;

    private final SourceFile source;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(SourceFile source) {
        this.source = source;
    }

    void add(String id, Node at, String message) {
        add(Diagnostic.error(id, message, source.span(at.start(), at.end())));
    }

    void add(String id, Node at, String message, String hint) {
        add(Diagnostic.error(id, message, source.span(at.start(), at.end())).withHint(hint));
    }

    void mismatch(Node at, String expected, Optional<String> hint) {
        add(Diagnostic.error(
                        WRONG_TYPE,
                        "expected " + expected + ", found " + at.description(),
                        source.span(at.start(), at.end()))
                .withHint(hint));
    }

    void unknown(Node.LabelNode label, String what, List<String> known) {
        Optional<String> nearest = NearestName.of(label.label(), known).map(name -> "did you mean `" + name + "`?");
        add(Diagnostic.error(
                        UNKNOWN,
                        "there is no " + what + " `" + label.label() + "`",
                        source.span(label.start(), label.end()))
                .withHint(nearest.or(() -> Optional.of("there are: " + shortened(String.join(", ", known))))));
    }

    void duplicate(Node.LabelNode label, String what) {
        add(Diagnostic.error(
                DUPLICATE,
                "the " + what + " `" + label.label() + "` is given twice",
                source.span(label.start(), label.end())));
    }

    private void add(Diagnostic diagnostic) {
        if (found.size() < MAX_PROBLEMS) {
            found.add(diagnostic);
        }
    }

    /** Throws them all, if there are any. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DiagnosticException(found);
        }
    }

    /** A type as people write it, cut where it is long. */
    static String text(ValType type) {
        return "`" + shortened(TypeText.of(type)) + "`";
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TYPE_TEXT ? text : text.substring(0, MAX_TYPE_TEXT) + "…";
    }
}
