package dev.wasmledger.components.spendinglimit;

import java.util.List;

/** A stretch of time that sums are kept for; periods follow each other without a gap from 1970-01-01T00:00:00Z on. */
enum Period {
    HOUR("hour", 3_600),
    DAY("day", 86_400),
    /** It begins on Thursdays, as 1970 did. */
    WEEK("week", 604_800);

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final String text;
    private final long nanos;

    Period(String text, long seconds) {
        this.text = text;
        this.nanos = seconds * NANOS_PER_SECOND;
    }

    /** The names, the usual one first. */
    static List<String> words() {
        return List.of(DAY.text, HOUR.text, WEEK.text);
    }

    /** The period of that name. */
    static Period of(String text) {
        return text.equals(HOUR.text) ? HOUR : text.equals(WEEK.text) ? WEEK : DAY;
    }

    /** How many whole periods have passed by then, in nanoseconds since 1970-01-01T00:00:00Z. */
    long number(long now) {
        return Long.divideUnsigned(now, nanos);
    }

    @Override
    public String toString() {
        return text;
    }
}
