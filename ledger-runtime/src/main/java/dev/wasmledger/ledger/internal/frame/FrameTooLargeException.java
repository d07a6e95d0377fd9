package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Limits;

/** A command with all that became of it does not fit into one frame. */
public final class FrameTooLargeException extends RuntimeException {

    FrameTooLargeException() {
        super("the command and what came of it take more than " + Limits.FRAME_BODY_BYTES + " bytes");
    }
}
