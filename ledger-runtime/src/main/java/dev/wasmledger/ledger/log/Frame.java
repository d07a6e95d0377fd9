package dev.wasmledger.ledger.log;

import java.nio.ByteBuffer;

/**
 * A frame as it was read back, checked against its CRCs and the chain.
 *
 * @param offset where it starts in the file, in bytes
 * @param end where the next one starts
 * @param sequence its number, from 1 on without a gap
 * @param kind what it is about
 * @param time the time that the command was given, in nanoseconds since 1970-01-01T00:00:00Z
 * @param deployment the digest of the deployment that carried the command out
 * @param digest its own digest, over the previous frame's digest, its header and its body
 * @param body its content, little-endian, read-only
 */
public record Frame(
        long offset,
        long end,
        long sequence,
        FrameKind kind,
        long time,
        Digest deployment,
        Digest digest,
        ByteBuffer body) {}
