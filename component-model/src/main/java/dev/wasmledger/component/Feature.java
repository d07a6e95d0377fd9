package dev.wasmledger.component;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be switched on and off in validation, by the names that the reference implementation (wasm-tools) has for it.
 * A component that uses a feature is always decoded; it is valid only where the feature is on.
 *
 * <p>On is what the specification ships; what it gates (Explainer.md, "Gated Features") is off. That is the reference's
 * choice as well, except for {@code cm-map} and {@code cm-implements}, which it has off still.
 */
public enum Feature {
    /** Value definitions and start. */
    CM_VALUES(false),
    /** Interface names with several namespaces or projections. */
    CM_NESTED_NAMES(false),
    /** Asynchronous lifting and lowering, streams and futures. */
    CM_ASYNC(true),
    /** {@code async} lifting without a callback. */
    CM_ASYNC_STACKFUL(false),
    /** {@code async} on the built-ins that cancel, and none on those that copy. */
    CM_MORE_ASYNC_BUILTINS(false),
    /** Thread built-ins, and the second context slot. */
    CM_THREADING(false),
    /** {@code error-context}. */
    CM_ERROR_CONTEXT(false),
    /** Lists with a length. */
    CM_FIXED_LENGTH_LISTS(false),
    /** The GC options of canonical definitions. */
    CM_GC(false),
    /** {@code map}. */
    CM_MAP(true),
    /** Memories with 64-bit addresses in canonical definitions, resources and context slots of 64 bits. */
    CM64(false),
    /** The name attribute {@code implements}. */
    CM_IMPLEMENTS(true),
    /** Versions cut down to what decides compatibility, with the rest beside the name. */
    CM_CANON_NAMES(false),

    /** Core: structs, arrays, recursion groups and the references to them. */
    GC(true),
    /** Core: memories and tables with 64-bit addresses. */
    MEMORY64(true),
    /** Core: exception tags and their instructions. */
    EXCEPTIONS(true),
    /** Core: memories with pages of one byte. */
    CUSTOM_PAGE_SIZES(false),
    /** Core: shared functions, tables, globals and references, and the built-ins that spawn threads on them. */
    SHARED_EVERYTHING_THREADS(false);

    private final boolean shipped;

    Feature(boolean shipped) {
        this.shipped = shipped;
    }

    /** Whether it is on where nobody says anything. */
    public boolean isShipped() {
        return shipped;
    }

    /** As on the command line, {@code cm-fixed-length-lists} for instance. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Feature> of(String text) {
        return Arrays.stream(values())
                .filter(feature -> feature.text().equals(text))
                .findFirst();
    }
}
