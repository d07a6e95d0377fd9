package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.PackageName;
import java.util.Set;

/**
 * The packages that come before the one that is being resolved.
 *
 * @param model those that are there
 * @param broken those of them with errors: that something is missing in them is not said again
 * @param incomplete whether some could not be read at all, so that a missing one says nothing
 */
record KnownPackages(ModelBuilder model, Set<PackageName> broken, boolean incomplete) {

    /** Whether it is worth saying that a package, or something in it, is not there. */
    boolean isMissingWorthReporting(PackageName name) {
        return !incomplete && !broken.contains(name);
    }
}
