package dev.wasmledger.ledger.log;

import java.security.SecureRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongSupplier;

/**
 * How a log is written. None of it needs to be known to read it.
 *
 * @param firstSegmentBytes how large the first segment is; each further one is twice as large as the one before it
 * @param segmentBytes how large segments get; one that has to hold a larger frame is as large as that
 * @param background where the next segment is prepared and large bodies are hashed
 * @param nonces draws the numbers that tell a segment's own headers from what looks like one
 */
public record LogOptions(long firstSegmentBytes, long segmentBytes, Executor background, LongSupplier nonces) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Small ledgers stay small, and a large one has a file for some 500,000 transfers. */
    public static LogOptions standard() {
        return new LogOptions(1 << 20, 64 << 20, ForkJoinPool.commonPool(), RANDOM::nextLong);
    }

    /** How large a segment is made, in bytes. */
    long capacity(int number) {
        int doublings = Math.min(number - 1, Integer.SIZE - 2);
        return Math.min(firstSegmentBytes << doublings, segmentBytes);
    }
}
