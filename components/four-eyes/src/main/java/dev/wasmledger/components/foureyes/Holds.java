package dev.wasmledger.components.foureyes;

import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;

/** The pending transfers that wait for a second person. */
interface Holds {

    /**
     * A pending transfer that waits.
     *
     * @param maker who asked for it
     * @param expiry when it ends by itself, in nanoseconds since 1970-01-01T00:00:00Z; zero where it does not
     * @param timestamp when it was committed; no other one has this time
     */
    record Hold(UInt128 maker, long expiry, long timestamp) {

        boolean isOver(long now) {
            return expiry != 0 && expiry <= now;
        }
    }

    Optional<Hold> find(U128 pendingTransfer);

    void add(U128 pendingTransfer, Hold hold);

    /** Nothing happens where it does not wait. */
    void remove(U128 pendingTransfer);

    /** Forgets what has ended by itself. */
    void forgetExpired(long now);
}
