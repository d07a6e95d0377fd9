package dev.wasmledger.ledger.internal.snapshot;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.log.Digest;
import java.util.Optional;

/**
 * What recovery knows beside tables.
 *
 * @param deployment the digest of the deployment that the last frame was decided by, where there is one
 * @param lastTimestamp the greatest timestamp given to anything, in nanoseconds since 1970-01-01T00:00:00Z
 */
public record Marks(Optional<Digest> deployment, long lastTimestamp) {

    void write(ByteSink target) {
        target.putByte(deployment.isPresent() ? 1 : 0);
        deployment.ifPresent(target::putDigest);
        target.putLong(lastTimestamp);
    }

    static Marks read(ByteSource source) {
        Optional<Digest> deployment = source.getByte() == 1 ? Optional.of(source.getDigest()) : Optional.empty();
        return new Marks(deployment, source.getLong());
    }
}
