package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.graph.GraphSource;
import dev.wasmledger.ledger.log.FrameKind;
import dev.wasmledger.ledger.log.FrameLog;
import java.io.IOException;

/** The frame that makes a deployment the active one. */
public final class DeploymentEntry {

    private DeploymentEntry() {}

    /**
     * Keeps the deployment's component beside the log, and appends the frame without forcing it.
     *
     * @param time nanoseconds since 1970-01-01T00:00:00Z
     */
    public static void append(FrameLog log, ComponentArchive archive, GraphSource source, long time)
            throws IOException {
        archive.keep(source.deployment().composition(), source.composition());
        ByteSink parts = new ByteSink();
        source.deployment().write(parts);
        log.append(FrameKind.DEPLOYMENT, time, source.deployment().digest(), parts.bytes());
    }
}
