package dev.wasmledger.ledger.log;

import dev.wasmledger.ledger.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a frame is in a log with a certain head, for somebody who has nothing but the head's digest.
 *
 * @param header the frame's header
 * @param body the frame's body
 * @param path from the frame to the root that the head's header names; empty where the frame is the head itself
 * @param headHeader the header of the log's last frame
 * @param headBody the digest of the body of the log's last frame
 */
public record InclusionProof(
        ByteBuffer header, ByteBuffer body, Optional<MerklePath> path, ByteBuffer headHeader, Digest headBody) {

    /** A proof proves nothing. */
    public static final class InvalidProofException extends Exception {
        InvalidProofException(String message) {
            super(message);
        }
    }

    /**
     * Proves that a frame is in a log.
     *
     * @param sequence the frame's number
     * @throws IllegalArgumentException if there is no such frame
     */
    public static InclusionProof find(Storage storage, long sequence) throws IOException {
        List<Digest> digests = new ArrayList<>();
        List<Frame> wanted = new ArrayList<>();
        List<Frame> last = new ArrayList<>(List.of());
        LogScan.run(storage, frame -> {
            digests.add(frame.digest());
            if (frame.sequence() == sequence) {
                wanted.add(frame);
            }
            last.clear();
            last.add(frame);
        });
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("the log has no frame " + sequence);
        }
        Frame frame = wanted.getFirst();
        Frame head = last.getFirst();
        Optional<MerklePath> path = frame.sequence() == head.sequence()
                ? Optional.empty()
                : Optional.of(MerklePath.find((int) sequence - 1, digests.subList(0, digests.size() - 1)));
        return new InclusionProof(frame.header(), frame.body(), path, head.header(), Digest.of(head.body()));
    }

    /**
     * Checks the proof against the head of a log.
     *
     * @return the frame, which is in every log with that head
     * @throws InvalidProofException if it does not lead to that head
     */
    public Frame check(Digest head) throws InvalidProofException {
        if (!Frame.digest(headHeader, headBody).equals(head)) {
            throw new InvalidProofException("it is about a log with another head");
        }
        FrameHeader last = header(headHeader, "the head");
        FrameHeader found = header(header, "the frame");
        Digest digest = Frame.digest(header, Digest.of(body));
        if (path.isEmpty()) {
            if (!digest.equals(head)) {
                throw new InvalidProofException("it has no path, and its frame is not the head");
            }
        } else if (path.get().size() != last.sequence() - 1
                || path.get().index() != found.sequence() - 1
                || !path.get().rootFrom(digest).equals(Optional.of(last.root()))) {
            throw new InvalidProofException("its path does not lead from its frame to the head");
        }
        FrameKind kind = FrameKind.of(found.kind())
                .orElseThrow(() -> new InvalidProofException("its frame is of a kind that does not exist"));
        return new Frame(
                "proof",
                0,
                FrameReader.frameBytes(found.bodyLength()),
                found.sequence(),
                kind,
                found.time(),
                found.deployment(),
                digest,
                header,
                body.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    }

    private static FrameHeader header(ByteBuffer bytes, String whose) throws InvalidProofException {
        if (bytes.remaining() != FrameHeader.BYTES) {
            throw new InvalidProofException("the header of " + whose + " has another length");
        }
        return FrameHeader.read(bytes)
                .orElseThrow(() -> new InvalidProofException("the header of " + whose + " does not match its CRC"));
    }
}
