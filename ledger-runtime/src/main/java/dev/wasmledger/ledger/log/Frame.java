package dev.wasmledger.ledger.log;

import java.nio.ByteBuffer;

/**
 * A frame as it was read back, checked against its CRCs and the chain.
 *
 * @param file the path of the segment that holds it, for messages
 * @param offset where it starts in that file, in bytes
 * @param end where the next one starts
 * @param sequence its number, from 1 on without a gap
 * @param kind what it is about
 * @param time the time that the command was given, in nanoseconds since 1970-01-01T00:00:00Z
 * @param deployment the digest of the deployment that carried the command out
 * @param digest its own digest, over its header, which has the previous frame's digest, and its body
 * @param header the bytes of its header, read-only
 * @param body its content, little-endian, read-only
 */
public record Frame(
        String file,
        long offset,
        long end,
        long sequence,
        FrameKind kind,
        long time,
        Digest deployment,
        Digest digest,
        ByteBuffer header,
        ByteBuffer body) {

    /** The digest of a frame with that header and that body. */
    static Digest digest(ByteBuffer header, Digest body) {
        return Digest.of(header, body.bytes());
    }
}
