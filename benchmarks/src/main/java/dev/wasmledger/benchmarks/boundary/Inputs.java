package dev.wasmledger.benchmarks.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** The arguments of the calls. */
final class Inputs {

    static final String SIXTEEN_BYTES = "sixteen-bytes-ok";
    static final String KIBIBYTES_64 = "0123456789abcdef".repeat(4096);
    static final List<String> TAGS = List.of("alpha", "beta");

    private Inputs() {}

    /** 0 to 999. */
    static long[] thousand() {
        return LongStream.range(0, 1000).toArray();
    }

    /** 65,536 sevens. */
    static byte[] sevens() {
        byte[] sevens = new byte[65_536];
        Arrays.fill(sevens, (byte) 7);
        return sevens;
    }

    static void require(String call, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException(call + " gave " + actual + ", not " + expected);
        }
    }
}
