package dev.wasmledger.component;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the specification gates (Explainer.md, "Gated Features") and the reference has off unless it is named. A component
 * that uses one is always decoded; it is valid only where the feature is on.
 */
public enum Feature {
    /** Value definitions and start. */
    VALUES,
    /** Interface names with several namespaces or projections. */
    NESTED_NAMES,
    /** Versions cut down to what decides compatibility, with the rest beside the name. */
    CANON_NAMES,
    /** {@code async} lifting without a callback. */
    ASYNC_STACKFUL,
    /** {@code async} on the built-ins that cancel. */
    MORE_ASYNC_BUILTINS,
    /** Thread built-ins. */
    THREADING,
    /** Lists with a length. */
    FIXED_LENGTH_LISTS,
    /** {@code error-context}. */
    ERROR_CONTEXT,
    /** Memories with 64-bit addresses. */
    MEMORY64;

    /** None: what the specification ships. */
    public static final Set<Feature> DEFAULT = Collections.unmodifiableSet(EnumSet.noneOf(Feature.class));

    /** As on the command line, {@code fixed-length-lists} for instance. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
