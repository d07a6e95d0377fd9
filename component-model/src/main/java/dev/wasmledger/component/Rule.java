package dev.wasmledger.component;

import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import java.util.Locale;

/** The rules that a component can break, each with the id of its diagnostics. */
public enum Rule {
    // The binary format (Binary.md).
    UNEXPECTED_END(1),
    PREAMBLE(2),
    INTEGER_ENCODING(3),
    NAME_ENCODING(4),
    COUNT_LIMIT(5),
    NESTING_LIMIT(6),
    UNKNOWN_SECTION(7),
    SECTION_SIZE(8),
    UNKNOWN_SORT(9),
    UNKNOWN_FORM(10),
    UNKNOWN_TYPE_CODE(11),
    UNKNOWN_CANON(12),
    RESULT_FORM(13),

    // Core modules.
    CORE_MODULE(20),

    // What tools write into custom sections.
    COMPONENT_TYPE_SECTION(30);

    private final int number;

    Rule(int number) {
        this.number = number;
    }

    /** {@code CMP0001} and so on; never given to another rule. */
    public String id() {
        return String.format(Locale.ROOT, "CMP%04d", number);
    }

    /** A diagnostic that says how the rule is broken. */
    public Diagnostic at(ByteOffset place, String message) {
        return Diagnostic.error(id(), message, place);
    }
}
