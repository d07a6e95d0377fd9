package dev.wasmledger.ledger.log;

import java.io.IOException;

/** Takes the frames of a log, in their order. */
@FunctionalInterface
public interface FrameHandler {

    /** Takes one frame; the buffer of its body is the handler's own. */
    void frame(Frame frame) throws IOException;

    /** Says that no more come for now: what was given has to be in order. */
    default void settle() throws IOException {
        // mostly a frame is taken in when it is given
    }
}
