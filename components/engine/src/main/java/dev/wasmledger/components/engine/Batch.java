package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Commits a request's transfers one after the other, and chains of linked ones together or not at all.
 *
 * <p>A chain fails with the first of its transfers that is rejected; a transfer that {@code exists} has succeeded before
 * and fails no chain, so that a chain can be sent again. When a chain fails, transfers that it had committed become
 * {@code linked-event-failed}; those that existed before it still do.
 */
final class Batch {

    private final List<Transfer> transfers;
    private final long now;
    private final WorkingSet changes;
    private final List<TransferOutcome> outcomes = new ArrayList<>();

    /**
     * A batch.
     *
     * @param now when the first transfer is committed; each further one a nanosecond later
     */
    Batch(List<Transfer> transfers, long now, WorkingSet changes) {
        this.transfers = transfers;
        this.now = now;
        this.changes = changes;
    }

    /** Decides about all transfers. */
    List<TransferOutcome> commit() {
        while (outcomes.size() < transfers.size()) {
            commitChain(endOfChain(outcomes.size()));
        }
        return outcomes;
    }

    /** Behind the first transfer from {@code start} on that is not linked; behind the last one where all are. */
    private int endOfChain(int start) {
        int last = start;
        while (last < transfers.size() - 1 && isLinked(last)) {
            last++;
        }
        return last + 1;
    }

    /** Commits the transfers up to {@code end}; mostly it is one. */
    private void commitChain(int end) {
        int start = outcomes.size();
        int mark = changes.mark();
        boolean failed = false;
        for (int index = start; index < end; index++) {
            TransferOutcome outcome = outcome(index, failed);
            if (!failed && outcome instanceof TransferOutcome.Rejected) {
                failed = true;
                changes.rollBack(mark);
                failCommitted(start);
            }
            outcomes.add(outcome);
        }
    }

    private TransferOutcome outcome(int index, boolean chainFailed) {
        if (chainFailed) {
            return linkedEventFailed();
        }
        if (index == transfers.size() - 1 && isLinked(index)) {
            return new TransferOutcome.Rejected(TransferError.LINKED_EVENT_CHAIN_OPEN);
        }
        return TransferRules.apply(transfers.get(index), now + index, changes);
    }

    private void failCommitted(int start) {
        for (int index = start; index < outcomes.size(); index++) {
            if (outcomes.get(index) instanceof TransferOutcome.Committed) {
                outcomes.set(index, linkedEventFailed());
            }
        }
    }

    private boolean isLinked(int index) {
        return transfers.get(index).flags().contains(TransferFlags.LINKED);
    }

    private static TransferOutcome linkedEventFailed() {
        return new TransferOutcome.Rejected(TransferError.LINKED_EVENT_FAILED);
    }
}
