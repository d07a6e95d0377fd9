package dev.wasmledger.runtime.internal.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Names of interfaces, which match where they differ only in compatible versions (Explainer.md, "semver-compatible"). */
public final class InterfaceNames {

    private InterfaceNames() {}

    /** That name, or else the one with the highest version that can stand for it. */
    public static Optional<String> find(String wanted, Collection<String> names) {
        if (names.contains(wanted)) {
            return Optional.of(wanted);
        }
        String track = compatibilityTrack(wanted);
        return names.stream()
                .filter(name -> compatibilityTrack(name).equals(track))
                .max(Comparator.naturalOrder());
    }

    /** The name with as much of its version as must agree: the first number that is not 0, and what is before it. */
    private static String compatibilityTrack(String name) {
        int at = name.indexOf('@');
        if (at < 0 || name.indexOf('-', at) >= 0) {
            return name; // Without a version, or with a pre-release, nothing else is compatible.
        }
        String[] numbers = name.substring(at + 1).split("[.+]", -1);
        if (numbers.length < 3) {
            return name;
        }
        String base = name.substring(0, at + 1);
        if (!numbers[0].equals("0")) {
            return base + numbers[0];
        }
        return numbers[1].equals("0") ? name : base + "0." + numbers[1];
    }
}
