package dev.wasmledger.oracle;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import java.util.List;
import java.util.Random;

/** Chance that is the same for the same seed, with a liking for boundaries. */
final class Dice {

    static final U128 ZERO = new U128(0, 0);
    static final U128 MAX = new U128(-1, -1);

    private static final List<U128> BOUNDARIES = List.of(
            ZERO,
            number(1),
            new U128(-2, -1),
            MAX,
            new U128(-1, 0),
            new U128(0, 1),
            new U128(-1, Long.MAX_VALUE),
            new U128(0, Long.MIN_VALUE));

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    static U128 number(long low) {
        return new U128(low, 0);
    }

    boolean oneIn(int sides) {
        return random.nextInt(sides) == 0;
    }

    /** From 0 up to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the latest ones, more often than not. */
    <T> T lately(List<T> choices) {
        int from = oneIn(4) ? 0 : Math.max(0, choices.size() - 12);
        return choices.get(from + random.nextInt(choices.size() - from));
    }

    U128 boundary() {
        return of(BOUNDARIES);
    }

    /** The caller's own number, of few different ones. */
    int userData() {
        return oneIn(3) ? 0 : oneIn(20) ? -1 : 1 + below(2);
    }

    U128 userData128() {
        return oneIn(20) ? boundary() : number(userData());
    }
}
