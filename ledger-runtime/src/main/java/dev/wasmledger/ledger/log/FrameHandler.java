package dev.wasmledger.ledger.log;

import java.io.IOException;

/** Takes the frames of a log, in their order. */
@FunctionalInterface
public interface FrameHandler {

    /** Takes one frame; the buffer of its body is the handler's own. */
    void frame(Frame frame) throws IOException;
}
