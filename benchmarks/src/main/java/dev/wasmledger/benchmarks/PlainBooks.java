package dev.wasmledger.benchmarks;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The peer: double entry in a hash map, with ids that count once, no components, no limits, no log. */
public final class PlainBooks {

    private final Map<U128, Sums> accounts = new HashMap<>();
    private final Map<U128, Transfer> transfers = new HashMap<>();

    /** Amounts below 2^63 are enough for a measurement. */
    private static final class Sums {
        private long debits;
        private long credits;
    }

    /** Opens an account. */
    public void open(U128 id) {
        accounts.put(id, new Sums());
    }

    /** How many transfers have been committed. */
    public int size() {
        return transfers.size();
    }

    /** Commits those transfers that are possible; says how many. */
    public int commit(List<Transfer> batch) {
        int committed = 0;
        for (Transfer transfer : batch) {
            Sums debit = accounts.get(transfer.debitAccountId());
            Sums credit = accounts.get(transfer.creditAccountId());
            if (debit == null || credit == null || transfers.putIfAbsent(transfer.id(), transfer) != null) {
                continue;
            }
            debit.debits = Math.addExact(debit.debits, transfer.amount().low());
            credit.credits = Math.addExact(credit.credits, transfer.amount().low());
            committed++;
        }
        return committed;
    }
}
