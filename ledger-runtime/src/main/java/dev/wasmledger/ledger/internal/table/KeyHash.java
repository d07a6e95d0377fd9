package dev.wasmledger.ledger.internal.table;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Spreads keys over 64 bits by wide multiplication (the two halves of each product are folded together). It mixes numbers in
 * that are drawn anew by every process, so that nobody who chooses keys can choose collisions; nothing that is kept or
 * written depends on it.
 */
final class KeyHash {

    private static final long FIRST = ThreadLocalRandom.current().nextLong();
    private static final long SECOND = ThreadLocalRandom.current().nextLong();
    private static final long THIRD = ThreadLocalRandom.current().nextLong() | 1;

    private KeyHash() {}

    static long of(long low, long high) {
        return fold(fold(low ^ FIRST, high ^ SECOND) ^ FIRST, THIRD);
    }

    static long of(long low, long high, long minor) {
        return fold(fold(low ^ FIRST, high ^ SECOND) ^ minor, THIRD);
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.unsignedMultiplyHigh(a, b);
    }
}
