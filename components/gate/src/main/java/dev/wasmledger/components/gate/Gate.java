package dev.wasmledger.components.gate;

import dev.wasmledger.components.gate.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.gate.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountBalanceList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountFilter;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AccountResultList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.EventFilter;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.gate.bindings.wasmledger.types.types.U128List;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The interface {@code ledger}, over a policy and the ledger behind it. Transfers whose ids are known pass unasked: what comes
 * with them has been decided, and they are told so even where a limit is used up since. So does a chain that the batch ends
 * in: nothing can come of it, and the ledger says why. Everything but {@code commit} passes through.
 */
public final class Gate implements Ledger {

    /** What the ledger fills in of a transfer's amount. */
    private static final int AMOUNT_IS_OPEN = TransferFlags.POST_PENDING_TRANSFER.bits()
            | TransferFlags.VOID_PENDING_TRANSFER.bits()
            | TransferFlags.BALANCING_DEBIT.bits()
            | TransferFlags.BALANCING_CREDIT.bits();

    private final Ledger behind;
    private final Guard guard;

    /** The gate as a component. */
    public Gate() {
        this(new ImportedLedger(), new ImportedGuard());
    }

    Gate(Ledger behind, Guard guard) {
        this.behind = behind;
        this.guard = guard;
    }

    @Override
    public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
        int[] asked = undecided(transfers);
        if (asked.length == 0) {
            return behind.commit(transfers, transactions, metadata);
        }
        TransferList judged = pick(transfers, asked);
        List<Objection> objections = guard.check(judged);
        TransferResults results = objections.isEmpty()
                ? behind.commit(transfers, transactions, metadata)
                : commit(new Judgement(transfers, asked, objections, guard.name()), transactions, metadata);
        settle(judged, pick(results.results(), asked));
        return results;
    }

    private TransferResults commit(Judgement judgement, List<Transaction> transactions, List<Metadata> metadata) {
        guard.trace(judgement.summary());
        TransferList passed = judgement.passed();
        return judgement.merge(
                passed.isEmpty()
                        ? new TransferResults(TransferResultList.of(), List.of())
                        : behind.commit(passed, transactions, metadata));
    }

    @Override
    public List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata) {
        return behind.createAssets(assets, metadata);
    }

    @Override
    public AccountResultList createAccounts(AccountList accounts, List<Metadata> metadata) {
        return behind.createAccounts(accounts, metadata);
    }

    @Override
    public int expire(int limit) {
        return behind.expire(limit);
    }

    @Override
    public boolean[] known(U128List ids) {
        return behind.known(ids);
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        return behind.lookupAccounts(ids);
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        return behind.lookupTransfers(ids);
    }

    @Override
    public List<Optional<PostedTransaction>> lookupTransactions(U128List ids) {
        return behind.lookupTransactions(ids);
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        return behind.lookupMetadata(ids);
    }

    @Override
    public List<Asset> assets() {
        return behind.assets();
    }

    @Override
    public TransferList accountTransfers(AccountFilter filter) {
        return behind.accountTransfers(filter);
    }

    @Override
    public AccountBalanceList accountBalances(AccountFilter filter) {
        return behind.accountBalances(filter);
    }

    @Override
    public AccountList queryAccounts(QueryFilter filter) {
        return behind.queryAccounts(filter);
    }

    @Override
    public TransferList queryTransfers(QueryFilter filter) {
        return behind.queryTransfers(filter);
    }

    @Override
    public EventList changeEvents(EventFilter filter) {
        return behind.changeEvents(filter);
    }

    @Override
    public List<Optional<Account>> balancesAt(U128List ids, long time) {
        return behind.balancesAt(ids, time);
    }

    /** Where in the batch the transfers are that the ledger does not know yet, and that it could commit. */
    private int[] undecided(TransferList transfers) {
        U128List.Builder ids = U128List.builder(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            ids.add().low(transfers.idLow(i)).high(transfers.idHigh(i));
        }
        boolean[] known = behind.known(ids.build());
        int[] undecided = new int[closed(transfers)];
        int count = 0;
        for (int i = 0; i < undecided.length; i++) {
            if (!known[i]) {
                undecided[count++] = i;
            }
        }
        return count == undecided.length ? undecided : Arrays.copyOf(undecided, count);
    }

    /** How many transfers come before a chain that the batch ends in. */
    private static int closed(TransferList transfers) {
        int closed = transfers.size();
        while (closed > 0 && (transfers.flagsBits(closed - 1) & TransferFlags.LINKED.bits()) != 0) {
            closed--;
        }
        return closed;
    }

    private static TransferList pick(TransferList all, int[] indexes) {
        if (all.size() == indexes.length) {
            return all;
        }
        TransferList.Builder picked = TransferList.builder(indexes.length);
        for (int index : indexes) {
            picked.add(all, index);
        }
        return picked.build();
    }

    private static TransferResultList pick(TransferResultList all, int[] indexes) {
        if (all.size() == indexes.length) {
            return all;
        }
        TransferResultList.Builder picked = TransferResultList.builder(indexes.length);
        for (int index : indexes) {
            picked.add(all, index);
        }
        return picked.build();
    }

    /** Tells the policy what became of what it was asked about, with the amounts that were moved. */
    private void settle(TransferList judged, TransferResultList results) {
        U128List.Builder open = U128List.builder(0);
        for (int i = 0; i < judged.size(); i++) {
            if (isOpen(judged, results, i)) {
                open.add().low(judged.idLow(i)).high(judged.idHigh(i));
            }
        }
        U128List ids = open.build();
        guard.settled(ids.isEmpty() ? judged : committed(judged, results, behind.lookupTransfers(ids)), results);
    }

    private static boolean isOpen(TransferList judged, TransferResultList results, int index) {
        return (judged.flagsBits(index) & AMOUNT_IS_OPEN) != 0 && results.status(index) == TransferStatus.CREATED;
    }

    /** What was judged, with those whose amounts the ledger filled in as they are in the books. */
    private static TransferList committed(
            TransferList judged, TransferResultList results, List<Optional<Transfer>> filledIn) {
        TransferList.Builder committed = TransferList.builder(judged.size());
        int next = 0;
        for (int i = 0; i < judged.size(); i++) {
            Optional<Transfer> there = isOpen(judged, results, i) ? filledIn.get(next++) : Optional.empty();
            if (there.isPresent()) {
                committed.add(there.get());
            } else {
                committed.add(judged, i);
            }
        }
        return committed.build();
    }
}
