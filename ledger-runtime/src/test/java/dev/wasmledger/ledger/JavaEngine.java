package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.ledger.bindings.wasmledger.host.events.Events;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.Row16;
import dev.wasmledger.ledger.bindings.wasmledger.host.state.State;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountError;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Event;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An engine in plain Java, for tests of the host: amounts below 2^64, whole batches that stand or fall together where one
 * transfer in them is linked. It keeps all it knows in its tables, as components do.
 */
class JavaEngine implements dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger {

    static final TransferFlags LINKED = TransferFlags.LINKED;

    final State state;
    final Clock clock;
    final Events events;
    private final int assets;
    private final int accounts;
    private final int transfers;

    JavaEngine(State state, Clock clock, Events events) {
        this.state = state;
        this.clock = clock;
        this.events = events;
        this.assets = state.openBlobs("assets");
        this.accounts = state.openHashed16("accounts");
        this.transfers = state.openHashed16("transfers");
    }

    @Override
    public List<AssetOutcome> createAssets(List<Asset> requests, List<Metadata> metadata) {
        List<AssetOutcome> outcomes = new ArrayList<>();
        for (Asset asset : requests) {
            U128 key = new U128(asset.ledger(), 0);
            boolean exists = state.getBlob(assets, key).isPresent();
            if (!exists) {
                state.putBlob(assets, key, new byte[] {asset.scale()});
            }
            outcomes.add(exists ? new AssetOutcome.Exists() : new AssetOutcome.Created());
        }
        return outcomes;
    }

    @Override
    public List<AccountOutcome> createAccounts(AccountList requests, List<Metadata> metadata) {
        List<AccountOutcome> outcomes = new ArrayList<>();
        for (Account account : requests) {
            if (account.code() == 0) {
                outcomes.add(new AccountOutcome.Rejected(AccountError.CODE_MUST_NOT_BE_ZERO));
            } else if (account(account.id()).isPresent()) {
                outcomes.add(new AccountOutcome.Exists());
            } else {
                put(new Account(
                        account.id(),
                        new U128(0, 0),
                        new U128(0, 0),
                        account.userData(),
                        account.ledger(),
                        account.code(),
                        account.flags(),
                        clock.now() + outcomes.size()));
                outcomes.add(new AccountOutcome.Created());
            }
        }
        return outcomes;
    }

    @Override
    public List<TransferOutcome> commit(TransferList requests, List<Metadata> metadata) {
        boolean linked = requests.stream().anyMatch(transfer -> transfer.flags().contains(LINKED));
        List<TransferOutcome> outcomes =
                new ArrayList<>(requests.stream().map(this::judge).toList());
        boolean allGood = outcomes.stream().allMatch(TransferOutcome.Committed.class::isInstance);
        List<Event> committed = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            if (outcomes.get(i) instanceof TransferOutcome.Committed) {
                if (linked && !allGood) {
                    outcomes.set(i, new TransferOutcome.Rejected(TransferError.LINKED_EVENT_FAILED));
                } else {
                    committed.add(book(requests.get(i), clock.now() + i));
                }
            }
        }
        if (!committed.isEmpty()) {
            emit(EventList.copyOf(committed));
        }
        return outcomes;
    }

    void emit(EventList committed) {
        events.emit(committed);
    }

    private TransferOutcome judge(Transfer transfer) {
        if (state.get16(transfers, transfer.id()).isPresent()) {
            return new TransferOutcome.Exists();
        }
        if (account(transfer.debitAccount()).isEmpty()) {
            return new TransferOutcome.Rejected(TransferError.DEBIT_ACCOUNT_NOT_FOUND);
        }
        if (account(transfer.creditAccount()).isEmpty()) {
            return new TransferOutcome.Rejected(TransferError.CREDIT_ACCOUNT_NOT_FOUND);
        }
        return new TransferOutcome.Committed();
    }

    Event book(Transfer request, long timestamp) {
        Transfer transfer = new Transfer(
                request.id(),
                request.debitAccount(),
                request.creditAccount(),
                request.amount(),
                request.userData(),
                request.ledger(),
                request.code(),
                request.flags(),
                timestamp);
        U128 amount = transfer.amount();
        Account debit = moved(account(transfer.debitAccount()).orElseThrow(), amount.low(), 0);
        Account credit = moved(account(transfer.creditAccount()).orElseThrow(), 0, amount.low());
        put(debit);
        put(credit);
        put(transfer);
        return new Event(transfer, debit, credit);
    }

    static Account moved(Account account, long debit, long credit) {
        return new Account(
                account.id(),
                new U128(account.debitsPosted().low() + debit, 0),
                new U128(account.creditsPosted().low() + credit, 0),
                account.userData(),
                account.ledger(),
                account.code(),
                account.flags(),
                account.timestamp());
    }

    @Override
    public List<Boolean> known(U128List ids) {
        return ids.stream().map(id -> state.get16(transfers, id).isPresent()).toList();
    }

    @Override
    public List<Optional<Account>> lookupAccounts(U128List ids) {
        return ids.stream().map(this::account).toList();
    }

    @Override
    public List<Optional<Transfer>> lookupTransfers(U128List ids) {
        return ids.stream().map(this::transfer).toList();
    }

    @Override
    public List<List<Entry>> lookupMetadata(U128List ids) {
        return ids.stream().map(id -> List.<Entry>of()).toList();
    }

    @Override
    public List<Asset> assets() {
        return List.of();
    }

    @Override
    public AccountList accounts(long after, int limit) {
        return AccountList.of();
    }

    private Optional<Account> account(U128 id) {
        return state.get16(accounts, id)
                .map(row -> new Account(
                        id,
                        new U128(row.f0(), 0),
                        new U128(row.f1(), 0),
                        new U128(row.f2(), row.f3()),
                        (int) row.f4(),
                        (short) row.f5(),
                        new AccountFlags((int) row.f6()),
                        row.f7()));
    }

    private void put(Account account) {
        state.put16(
                accounts,
                account.id(),
                new Row16(
                        account.debitsPosted().low(),
                        account.creditsPosted().low(),
                        account.userData().low(),
                        account.userData().high(),
                        account.ledger(),
                        account.code(),
                        account.flags().bits(),
                        account.timestamp(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0));
    }

    private Optional<Transfer> transfer(U128 id) {
        return state.get16(transfers, id)
                .map(row -> new Transfer(
                        id,
                        new U128(row.f0(), row.f1()),
                        new U128(row.f2(), row.f3()),
                        new U128(row.f4(), 0),
                        new U128(row.f5(), row.f6()),
                        (int) row.f7(),
                        (short) row.f8(),
                        new TransferFlags((int) row.f9()),
                        row.f10()));
    }

    private void put(Transfer transfer) {
        state.put16(
                transfers,
                transfer.id(),
                new Row16(
                        transfer.debitAccount().low(),
                        transfer.debitAccount().high(),
                        transfer.creditAccount().low(),
                        transfer.creditAccount().high(),
                        transfer.amount().low(),
                        transfer.userData().low(),
                        transfer.userData().high(),
                        transfer.ledger(),
                        transfer.code(),
                        transfer.flags().bits(),
                        transfer.timestamp(),
                        0,
                        0,
                        0,
                        0,
                        0));
    }
}
