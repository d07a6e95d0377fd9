package dev.wasmledger.ledger.internal.snapshot;

import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;

/**
 * Takes in a snapshot as it is read. Each part has been held against its CRC; only when all have come it is certain that they
 * are what was written.
 *
 * <p>What does not decode, or is not what it should be, is answered with a {@link MalformedFrameException}.
 */
public interface SnapshotHandler {

    /** What there is beside tables; comes first. */
    void marks(Marks marks);

    /** A section of {@link StateSnapshot#tables}. */
    void tables(ByteSource section);

    /** A section of {@link StateSnapshot#books}. */
    void books(ByteSource section);

    /** All have come. */
    void end();
}
