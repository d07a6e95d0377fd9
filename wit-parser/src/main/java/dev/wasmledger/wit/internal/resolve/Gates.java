package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import java.util.Set;

/**
 * Decides which items of a package are there. (WIT.md, "Feature Gates".)
 *
 * @param owner the package
 * @param features those that are on
 * @param allFeatures whether all are
 */
record Gates(PackageName owner, Set<String> features, boolean allFeatures, Diagnostics diagnostics) {

    /** Whether an item is there; {@code @since} is checked against the package's version. */
    boolean includes(Stability stability, Place place) {
        return switch (stability) {
            case Stability.Unknown unknown -> true;
            case Stability.Unstable unstable -> allFeatures || features.contains(unstable.feature());
            case Stability.Stable stable -> {
                checkReleased(stable.since(), place);
                yield true;
            }
        };
    }

    private void checkReleased(SemanticVersion since, Place place) {
        if (owner.version().isEmpty()) {
            diagnostics.error(
                    Problem.GATE_WITHOUT_VERSION,
                    place,
                    "`@since` means nothing in package `" + owner + "`, which has no version");
        } else if (since.compareTo(owner.version().get()) > 0) {
            diagnostics.error(
                    Problem.UNRELEASED_VERSION,
                    place,
                    "`@since` names version " + since + ", but package `" + owner + "` has only come to "
                            + owner.version().get());
        }
    }
}
