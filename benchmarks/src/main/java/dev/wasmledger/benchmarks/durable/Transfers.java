package dev.wasmledger.benchmarks.durable;

import static dev.wasmledger.benchmarks.durable.ComposedLedger.number;

import dev.wasmledger.ledger.CommandResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Batches of transfers between accounts drawn at random, each with a new id. Any number of threads may draw. */
public final class Transfers {

    private final AtomicLong lastId;
    private final int size;

    /**
     * @param size transfers in each batch
     * @param lastId the greatest id that was given; ids are counted up
     */
    public Transfers(int size, long lastId) {
        this.size = size;
        this.lastId = new AtomicLong(lastId);
    }

    /** The next batch. */
    public List<Transfer> next() {
        long first = lastId.getAndAdd(size) + 1;
        SplittableRandom random = new SplittableRandom(first);
        List<Transfer> batch = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int debit = random.nextInt(ComposedLedger.ACCOUNTS);
            int credit = (debit + 1 + random.nextInt(ComposedLedger.ACCOUNTS - 1)) % ComposedLedger.ACCOUNTS;
            batch.add(new Transfer(
                    number(first + i),
                    number(debit + 1L),
                    number(credit + 1L),
                    number(1 + random.nextInt(1000)),
                    number(0),
                    number(0),
                    0,
                    0,
                    0,
                    ComposedLedger.ASSET,
                    (short) 1,
                    TransferFlags.NONE,
                    0));
        }
        return batch;
    }

    /** How many of them were committed. */
    public static long committed(CommandResult<TransferResults> result) {
        if (!(result instanceof CommandResult.Carried<TransferResults>(var answer, var sequence))) {
            throw new IllegalStateException("stopped: " + result);
        }
        return answer.results().stream()
                .filter(transfer -> transfer.status() == TransferStatus.CREATED)
                .count();
    }
}
