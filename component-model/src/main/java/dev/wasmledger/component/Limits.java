package dev.wasmledger.component;

/**
 * How large a component may be. Where no source is named, the figure is the one that the reference implementation
 * (wasm-tools, {@code wasmparser/src/limits.rs}) enforces, so that a component accepted here is accepted there.
 */
public final class Limits {

    /** Bytes of a name or label. */
    public static final int STRING_BYTES = 100_000;

    /** Bytes of a whole component; ours, because a Java array holds no more. */
    public static final int COMPONENT_BYTES = Integer.MAX_VALUE - 8;

    /** Components within components, and types within types; ours, so that recursion fits a small stack. */
    public static final int NESTING = 100;

    /** Core functions, functions, types and every other index space without a figure of its own. */
    public static final int DEFINITIONS = 1_000_000;

    /** Core modules, components and instances of either kind, each. */
    public static final int MODULES_COMPONENTS_INSTANCES = 1_000;

    /** Declarators of a component or instance type. */
    public static final int TYPE_DECLARATORS = 1_000_000;

    /** Declarators of a core module type. */
    public static final int MODULE_TYPE_DECLARATORS = 100_000;

    /** Fields of a record, cases of a variant or enum. */
    public static final int FIELDS_OR_CASES = 10_000;

    /** Types in a tuple. */
    public static final int TUPLE_TYPES = 1_000;

    /** Labels of flags (Binary.md, {@code flags}). */
    public static final int FLAGS = 32;

    /** Elements of a list with a length. */
    public static final int FIXED_LENGTH = 1 << 30;

    /** Parameters or results of a function. */
    public static final int PARAMETERS = 1_000;

    /** Fields of a core struct. */
    public static final int STRUCT_FIELDS = 10_000;

    /** Supertypes of a core type. */
    public static final int SUPERTYPES = 1;

    /** Core types above a core type. */
    public static final int SUBTYPING_DEPTH = 63;

    /** Tables and memories of a core module, each. */
    public static final int TABLES_AND_MEMORIES = 100;

    /** Entries that a table begins with. */
    public static final int TABLE_ENTRIES = 10_000_000;

    /** Element segments and data segments, each. */
    public static final int SEGMENTS = 100_000;

    /** Bytes of a core function. */
    public static final int FUNCTION_BYTES = 7_654_321;

    /** Local variables of a core function, its parameters too. */
    public static final int LOCALS = 50_000;

    /** Clauses of a {@code try_table}. */
    public static final int CATCHES = 10_000;

    /** Arguments of an instantiation, exports of an inline instance. */
    public static final int ARGUMENTS = 100_000;

    /** Options of a canonical definition. */
    public static final int CANONICAL_OPTIONS = 10;

    /** Arguments and results of a start definition. */
    public static final int START_VALUES = 1_000;

    /** Attributes of a name; ours: each kind occurs at most once. */
    public static final int NAME_ATTRIBUTES = 3;

    /** Fields of a section {@code producers}, and producers of each. */
    public static final int PRODUCERS = 1_000;

    /** Parts of a type, all that it refers to counted as often as it does. */
    public static final int TYPE_SIZE = 1_000_000;

    /** Types within types by reference; ours, so that whoever walks a type can do so by recursion. */
    public static final int TYPE_DEPTH = 200;

    /** Bytes of a value, less one (Binary.md, type definitions: below 2^28). */
    public static final int VALUE_BYTES = (1 << 28) - 1;

    /** What is said about one component; ours. */
    public static final int DIAGNOSTICS = 100;

    private Limits() {}
}
