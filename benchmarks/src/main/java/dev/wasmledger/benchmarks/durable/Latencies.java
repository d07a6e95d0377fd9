package dev.wasmledger.benchmarks.durable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something took, many times. Any number of threads may add. */
final class Latencies {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void add(long spent) {
        nanos.add(spent);
    }

    int count() {
        return nanos.size();
    }

    /** In milliseconds, what so many of a thousand were not slower than; 1000 for the slowest. */
    double millis(int perMille) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        int place = Math.max((int) ((long) sorted.size() * perMille / 1000), 1) - 1;
        return sorted.get(place) / 1e6;
    }

    /** Median, 99 of a hundred and the slowest, each in eleven columns. */
    String columns() {
        return "%11.2f%11.2f%11.2f".formatted(millis(500), millis(990), millis(1000));
    }

    static String heads() {
        return "%11s%11s%11s".formatted("median ms", "99 % ms", "slowest ms");
    }
}
