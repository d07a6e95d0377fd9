package dev.wasmledger.wit.diagnostic;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearestName {

    /** Longer names are not compared: the work grows with the product of the lengths. */
    private static final int MAX_LENGTH = 200;

    private NearestName() {}

    /** The candidate with the fewest typing mistakes in it, if it has few enough for its length; the first of several. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int allowed = Math.min(Math.max(1, name.length() / 3), name.length() - 1);
        String nearest = null;
        for (String candidate : candidates) {
            if (candidate.length() <= MAX_LENGTH && Math.abs(candidate.length() - name.length()) <= allowed) {
                int distance = distance(name, candidate);
                if (distance <= allowed && !candidate.equals(name)) {
                    nearest = candidate;
                    allowed = distance - 1;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein's distance, with the swap of two neighbours as one step. */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= right.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[left.length()][right.length()];
    }
}
