package dev.wasmledger.ledger;

import java.time.InstantSource;

/**
 * How an application's ledger behaves towards the application. Nothing of it shows in the log.
 *
 * @param clock what time it is; need not be strictly increasing, and a test may move it as it likes
 * @param waitingItems so many assets, accounts and transfers may wait for the writer before there is no room for more; at least 1
 * @param whenFull what becomes of a command that finds no room
 */
public record LedgerOptions(InstantSource clock, int waitingItems, WhenFull whenFull) {

    private static final LedgerOptions STANDARD =
            new LedgerOptions(InstantSource.system(), Limits.WAITING_ITEMS, WhenFull.WAIT);

    /** What becomes of a command that finds no room. Questions always wait. */
    public enum WhenFull {
        /** Whoever submits it waits until there is room, and then gets a future. */
        WAIT,
        /** Its future fails at once with a {@link java.util.concurrent.RejectedExecutionException}; nothing was done. */
        REFUSE
    }

    public LedgerOptions {
        if (waitingItems < 1) {
            throw new IllegalArgumentException("waitingItems is " + waitingItems + "; there must be room for one");
        }
    }

    /** The system's clock, {@link Limits#WAITING_ITEMS}, and whoever submits more waits. */
    public static LedgerOptions standard() {
        return STANDARD;
    }

    /** The same with another clock. */
    public LedgerOptions withClock(InstantSource other) {
        return new LedgerOptions(other, waitingItems, whenFull);
    }

    /** The same with room for so many items. */
    public LedgerOptions withWaitingItems(int most) {
        return new LedgerOptions(clock, most, whenFull);
    }

    /** The same with that done when there is no room. */
    public LedgerOptions withWhenFull(WhenFull other) {
        return new LedgerOptions(clock, waitingItems, other);
    }
}
