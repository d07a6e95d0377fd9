package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.internal.SearchedPlaces;
import java.util.List;
import java.util.Set;

/**
 * The packages that come before the one that is being resolved.
 *
 * @param model those that are there
 * @param user the package that is being resolved
 * @param names of all that there are, also of those that come later: to be said where one is missing
 * @param broken those with errors, and those that are missing: nothing more is said of them; grows
 * @param incomplete whether some could not be read at all, so that a missing one says nothing
 * @param searched where packages were looked for
 */
record KnownPackages(
        ModelBuilder model,
        PackageName user,
        Set<PackageName> names,
        Set<PackageName> broken,
        boolean incomplete,
        SearchedPlaces searched) {

    /** Whether it is worth saying that a package, or something in it, is not there. */
    boolean isMissingWorthReporting(PackageName name) {
        return !incomplete && !broken.contains(name);
    }

    /** Says that it was said of a package that it is not there: once is enough, however often it is used. */
    void markReported(PackageName missing) {
        broken.add(missing);
    }

    /** The packages that could have been meant instead of one that is missing. */
    List<PackageName> candidates() {
        return names.stream().filter(name -> !name.equals(user)).toList();
    }
}
