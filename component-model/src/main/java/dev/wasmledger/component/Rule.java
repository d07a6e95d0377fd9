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

    // Core modules and core types.
    CORE_MODULE(20),
    MEMORY_SIZE(21),
    DUPLICATE_CORE_NAME(22),
    CORE_ARGUMENT_EXPORT(23),
    CORE_ARGUMENT_TYPE(24),

    // What tools write into custom sections.
    COMPONENT_TYPE_SECTION(30),
    NOT_WIT(31),
    PACKAGE_DOCS(32),

    // Index spaces and aliases.
    INDEX_OUT_OF_BOUNDS(40),
    TYPE_KIND(41),
    ALIAS_SORT(42),
    OUTER_ALIAS_COUNT(43),
    OUTER_ALIAS_RESOURCE(44),
    NO_SUCH_EXPORT(45),
    EXPORT_SORT(46),
    UNEXPORTABLE_SORT(47),

    // Types.
    EMPTY_TYPE(50),
    EMPTY_LABEL(51),
    KEBAB_CASE(52),
    DUPLICATE_LABEL(53),
    FLAGS_LIMIT(54),
    FIXED_LENGTH(55),
    MAP_KEY(56),
    STREAM_OF_CHAR(57),
    BORROW_ESCAPES(58),
    TYPE_SIZE(59),
    VALUE_SIZE(60),
    RESOURCE_IN_TYPE(61),
    RESOURCE_REPRESENTATION(62),
    DESTRUCTOR(63),
    NOT_LOCAL_RESOURCE(64),

    // Names of imports and exports.
    EXTERN_NAME(70),
    VERSION(71),
    DUPLICATE_NAME(72),
    NAME_ATTRIBUTE(73),
    RESOURCE_FUNCTION(74),
    VISIBILITY(75),

    // Instantiation and export.
    MISSING_ARGUMENT(80),
    DUPLICATE_ARGUMENT(81),
    ARGUMENT_TYPE(82),
    EXPORT_TYPE(83),
    START(84),
    VALUE_USE(85),

    // Canonical definitions (CanonicalABI.md).
    CANON_SIGNATURE(90),
    CANON_OPTION_TWICE(91),
    CANON_OPTION_MISSING(92),
    CANON_OPTION_FORBIDDEN(93),
    CANON_OPTION_SIGNATURE(94),
    CONTEXT_SLOT(95),

    // Gated features (Explainer.md).
    FEATURE(100);

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
