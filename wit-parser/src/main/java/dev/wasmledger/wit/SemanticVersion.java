package dev.wasmledger.wit;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org defines it. Ordered by precedence; build metadata breaks ties, so that the order agrees with
 * {@code equals}.
 *
 * @param major an unsigned 64-bit number, as are the next two
 * @param preRelease behind {@code -}; empty where there is none
 * @param build behind {@code +}; empty where there is none
 */
public record SemanticVersion(long major, long minor, long patch, String preRelease, String build)
        implements Comparable<SemanticVersion> {

    private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
    private static final Pattern SYNTAX =
            Pattern.compile("(0|[1-9][0-9]{0,19})\\.(0|[1-9][0-9]{0,19})\\.(0|[1-9][0-9]{0,19})" + "(?:-(" + IDENTIFIERS
                    + "))?(?:\\+(" + IDENTIFIERS + "))?");
    private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+");

    /** A version without pre-release and build. */
    public static SemanticVersion of(long major, long minor, long patch) {
        return new SemanticVersion(major, minor, patch, "", "");
    }

    /** The version that the text spells, if it spells one. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String preRelease = Optional.ofNullable(matcher.group(4)).orElse("");
        String build = Optional.ofNullable(matcher.group(5)).orElse("");
        for (String identifier : preRelease.split("\\.", -1)) {
            if (LEADING_ZERO.matcher(identifier).matches()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new SemanticVersion(
                    Long.parseUnsignedLong(matcher.group(1)),
                    Long.parseUnsignedLong(matcher.group(2)),
                    Long.parseUnsignedLong(matcher.group(3)),
                    preRelease,
                    build));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /**
     * Whether a component that asks for {@code wanted} is served by this version: the leftmost number that is not zero
     * is the same and this version is not smaller. Pre-releases serve only themselves.
     */
    public boolean isCompatibleWith(SemanticVersion wanted) {
        return compatibilityTrack().isPresent()
                ? compatibilityTrack().equals(wanted.compatibilityTrack()) && compareTo(wanted) >= 0
                : equals(wanted);
    }

    /**
     * What versions that can stand for each other have in common: {@code 1}, {@code 0.2}, {@code 0.0.3}; none for a
     * pre-release.
     */
    public Optional<String> compatibilityTrack() {
        if (!preRelease.isEmpty()) {
            return Optional.empty();
        }
        if (major != 0) {
            return Optional.of(Long.toUnsignedString(major));
        }
        return Optional.of(minor != 0 ? "0." + Long.toUnsignedString(minor) : "0.0." + Long.toUnsignedString(patch));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int order = Long.compareUnsigned(major, other.major);
        order = order != 0 ? order : Long.compareUnsigned(minor, other.minor);
        order = order != 0 ? order : Long.compareUnsigned(patch, other.patch);
        order = order != 0 ? order : comparePreRelease(preRelease, other.preRelease);
        return order != 0 ? order : build.compareTo(other.build);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(major)
                + "." + Long.toUnsignedString(minor)
                + "." + Long.toUnsignedString(patch)
                + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (build.isEmpty() ? "" : "+" + build);
    }

    /** semver.org, rule 11: a release is greater than its pre-releases; numbers are smaller than words. */
    private static int comparePreRelease(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        String[] a = left.split("\\.", -1);
        String[] b = right.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = compareIdentifiers(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftNumber = left.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean rightNumber = right.chars().allMatch(c -> c >= '0' && c <= '9');
        if (leftNumber && rightNumber) {
            return new BigInteger(left).compareTo(new BigInteger(right));
        }
        return leftNumber != rightNumber ? (leftNumber ? -1 : 1) : left.compareTo(right);
    }
}
