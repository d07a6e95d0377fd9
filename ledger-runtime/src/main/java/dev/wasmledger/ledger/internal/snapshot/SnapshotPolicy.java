package dev.wasmledger.ledger.internal.snapshot;

import dev.wasmledger.composer.LedgerFile;
import java.util.concurrent.Executor;

/**
 * When snapshots are taken, and what becomes of them.
 *
 * @param everyBytes after how many bytes of frames the next one is taken, or after as many as the last one has, if that is more
 * @param keep how many stay, the newest ones; 0 where none is taken unless somebody asks for one
 * @param background where they are written
 */
public record SnapshotPolicy(long everyBytes, int keep, Executor background) {

    /** What a ledger's file says. */
    public static SnapshotPolicy of(LedgerFile.Snapshots snapshots) {
        return new SnapshotPolicy(
                (long) snapshots.everyMib() << 20,
                snapshots.keep(),
                task -> Thread.ofPlatform().daemon().name("ledger-snapshot").start(task));
    }

    boolean isDue(long frameBytes, long lastBytes) {
        return keep > 0 && frameBytes >= Math.max(everyBytes, lastBytes);
    }
}
