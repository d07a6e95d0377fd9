package dev.wasmledger.wit;

import java.util.Optional;

/** An item's feature gate. (WIT.md, "Feature Gates".) */
public sealed interface Stability {

    /** No gate, or none that says since when. */
    record Unknown() implements Stability {}

    /** {@code @since}, perhaps with {@code @deprecated}. */
    record Stable(SemanticVersion since, Optional<SemanticVersion> deprecated) implements Stability {}

    /** {@code @unstable}, perhaps with {@code @deprecated}. */
    record Unstable(String feature, Optional<SemanticVersion> deprecated) implements Stability {}
}
