package dev.wasmledger.components.engine;

/**
 * The times that a filter asks for, both included, and how much of what happened then.
 *
 * @param last not before {@code first}
 * @param limit at least 1
 */
record Range(long first, long last, int limit, boolean reversed) {

    /** What fits into a request of TigerBeetle's; the contract names it. */
    private static final int MOST = 8_189;

    /** Whether that is a range at all: times are below 2^63, and zero leaves an end open. */
    static boolean isValid(long first, long last, int limit) {
        return first >= 0 && last >= 0 && (last == 0 || first <= last) && limit != 0;
    }

    static Range of(long first, long last, int limit, boolean reversed) {
        int most = Integer.compareUnsigned(limit, MOST) < 0 ? limit : MOST;
        return new Range(Math.max(first, 1), last == 0 ? Long.MAX_VALUE : last, most, reversed);
    }

    /** What is left behind a time that was looked at; empty where {@link #isEmpty} says so. */
    Range behind(long time) {
        return reversed ? new Range(first, time - 1, limit, true) : new Range(time + 1, last, limit, false);
    }

    boolean isEmpty() {
        return first > last || first < 0;
    }
}
