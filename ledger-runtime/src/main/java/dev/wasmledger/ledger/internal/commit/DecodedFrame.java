package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.frame.CommandBody;
import dev.wasmledger.ledger.internal.frame.DeploymentBody;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.FrameKind;

/** A frame with what its body says, which any thread can find out: it has nothing to do with the frames before. */
record DecodedFrame(Frame frame, Content content) {

    sealed interface Content {

        /** Another deployment from here on. */
        record Deployment(Digest digest) implements Content {}

        /** A command, and what came of it. */
        record Carried(Command command, Answer answer, EventList events, ByteSource writes) implements Content {}

        /** Nothing that this release would write. */
        record Malformed(String problem) implements Content {}
    }

    static DecodedFrame of(Frame frame) {
        try {
            return new DecodedFrame(frame, content(frame));
        } catch (MalformedFrameException e) {
            return new DecodedFrame(frame, new Content.Malformed(String.valueOf(e.getMessage())));
        }
    }

    private static Content content(Frame frame) {
        if (frame.kind() == FrameKind.DEPLOYMENT) {
            return new Content.Deployment(DeploymentBody.read(frame).digest());
        }
        CommandBody body = new CommandBody(frame);
        Command command = body.command();
        Answer answer = body.answer();
        return new Content.Carried(command, answer, body.events(command, answer), body.writes());
    }
}
