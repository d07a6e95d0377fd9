package dev.wasmledger.wit.internal;

/** How much this module takes of anything before it says no; all of it far beyond what people write. */
public final class Limits {

    /** Bytes of one file. All of WASI is 0.5 MB. */
    public static final int MAX_FILE_BYTES = 16 << 20;

    /** Tokens of one file: some 100 bytes of memory each. */
    public static final int MAX_TOKENS = 1_000_000;

    /** Types inside types, as in {@code list<list<…>>}: the reference parser's limit (MAX_TYPE_DEPTH). */
    public static final int MAX_TYPE_DEPTH = 100;

    /** Packages inside packages, which is wrong from the second on: the reference parser's limit (MAX_ITEM_DEPTH). */
    public static final int MAX_PACKAGE_DEPTH = 100;

    /** Characters of one name; a component's names may have as many bytes (wasmparser, MAX_WASM_STRING_SIZE). */
    public static final int MAX_NAME_LENGTH = 100_000;

    /** Imports and exports of all worlds together: an {@code include} of one line copies any number. */
    public static final int MAX_WORLD_ITEMS = 200_000;

    /** Types of all packages together; {@code include} copies a world's own types. */
    public static final int MAX_TYPES = 1_000_000;

    /** Interfaces that use each other in a chain, which elaborating a world follows call by call; WASI has 4. */
    public static final int MAX_USE_DEPTH = 500;

    /** Bytes of all files of one load. */
    public static final int MAX_TOTAL_BYTES = 64 << 20;

    /** Files of one load. */
    public static final int MAX_FILES = 10_000;

    /** Diagnostics of one load; what comes behind is not reported. */
    public static final int MAX_DIAGNOSTICS = 100;

    private Limits() {}
}
