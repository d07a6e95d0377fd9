package dev.wasmledger.ledger.internal.frame;

/** A frame's body is whole and is not what this release writes. */
public final class MalformedFrameException extends RuntimeException {

    /** @param problem what the frame does, to follow "frame 5, at offset 1024," */
    public MalformedFrameException(String problem) {
        super(problem);
    }
}
