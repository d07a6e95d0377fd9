package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.TraceLine;
import dev.wasmledger.ledger.Tried;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Posts to a ledger that nobody keeps, and finds out on the way who decides each transaction, and how. */
public final class TrialTarget implements PostingTarget {

    private final Ledger ledger;
    private final LedgerTarget earnest;
    private final List<Decision> decisions = new ArrayList<>();

    /** @param ledger is not kept */
    public TrialTarget(Ledger ledger) {
        this.ledger = ledger;
        this.earnest = new LedgerTarget(ledger);
    }

    /**
     * Who decides a transaction: its transfers stand or fall together.
     *
     * @param instance the name of the component instance
     * @param trace what components say of how they came to it
     */
    public record Decision(String instance, List<TraceLine> trace) {}

    /**
     * What would become of a transaction.
     *
     * @param decision empty where it moves nothing, so that there is nothing to decide
     */
    public record Expected(Poster.Settled settled, Optional<Decision> decision) {}

    /** Posts the book. */
    public List<Expected> post(Book book, Poster.PostingProgress progress)
            throws IOException, StoppedException, QueryFailedException {
        List<Poster.Settled> settled = new Poster(this, progress).post(book);
        Iterator<Decision> next = decisions.iterator();
        return settled.stream()
                .map(each -> new Expected(
                        each, each.outcome() instanceof Outcome.Empty ? Optional.empty() : Optional.of(next.next())))
                .toList();
    }

    /** Each transaction alone, so that what is traced is about it. */
    @Override
    public int commandTransfers() {
        return 1;
    }

    @Override
    public List<Asset> assets() throws IOException, QueryFailedException {
        return earnest.assets();
    }

    @Override
    public List<AssetStatus> createAssets(List<Asset> assets, List<Metadata> metadata)
            throws IOException, StoppedException {
        return earnest.createAssets(assets, metadata);
    }

    @Override
    public List<AccountResult> createAccounts(List<Account> accounts, List<Metadata> metadata)
            throws IOException, StoppedException {
        return earnest.createAccounts(accounts, metadata);
    }

    /** Those behind it must find what it leaves, so what was tried is then done. */
    @Override
    public TransferResults commit(List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata)
            throws IOException, StoppedException {
        switch (LedgerTarget.awaited(ledger.tryOut(transfers, transactions, metadata))) {
            case Tried.Carried carried ->
                decisions.add(new Decision(carried.deciders().getFirst(), carried.trace()));
            case Tried.Stopped stopped -> throw new StoppedException(stopped.verdict());
        }
        return earnest.commit(transfers, transactions, metadata);
    }
}
