package dev.wasmledger.ledger.log;

import java.nio.charset.StandardCharsets;

/**
 * Where a log stands. Two logs with the same head hold the same frames.
 *
 * @param sequence the number of the last frame, 0 for a log that has none
 * @param digest the digest of the last frame, which covers all frames before it; where there is none, of the format's name
 */
public record Head(long sequence, Digest digest) {

    /** Where a log without a frame stands. */
    public static Head ofEmptyLog() {
        return new Head(0, Digest.of(StandardCharsets.US_ASCII.encode("LWASMLOG 4")));
    }
}
