package dev.wasmledger.cli.booking;

import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Posts a book to a ledger: first its assets and accounts, then its transactions, each wholly or not at all. */
public final class Poster {

    /** The kind of account that a conversion account is. */
    private static final int CONVERSION_CODE = 9000;

    private static final Batches<BookAsset> ASSETS = new Batches<>(
            asset -> 1,
            Limits.COMMAND_ITEMS,
            asset -> asset.code().length() + Batches.length(asset.text()),
            BookAsset::place);

    private static final Batches<BookAccount> ACCOUNTS = new Batches<>(
            account -> 1, Limits.COMMAND_ITEMS, account -> Batches.length(account.text()), BookAccount::place);

    private final PostingTarget target;
    private final PostingProgress progress;
    private final Batches<Chain> batches;

    public Poster(Ledger ledger, PostingProgress progress) {
        this(new LedgerTarget(ledger), progress);
    }

    Poster(PostingTarget target, PostingProgress progress) {
        this.target = target;
        this.progress = progress;
        this.batches = new Batches<>(
                chain -> chain.transfers().size(),
                target.commandTransfers(),
                Chain::textLength,
                chain -> chain.transaction().place());
    }

    /** A transaction, and what became of it. */
    public record Settled(BookTransaction transaction, Outcome outcome) {}

    /** Is told how far posting has come. */
    @FunctionalInterface
    public interface PostingProgress {
        void posted(int transactions, int of);
    }

    /**
     * Posts all of it.
     *
     * @return what became of each transaction, in the book's order
     * @throws DiagnosticException if the ledger cannot hold an asset, an account or an amount as the book has it; nothing
     *     is posted then
     * @throws StoppedException if a component failed; what was posted before stays
     * @throws QueryFailedException if a component failed before anything was posted
     */
    public List<Settled> post(Book book) throws IOException, StoppedException, QueryFailedException {
        var assets = new AssetTable(target.assets(), book);
        List<Chain> chains = book.transactions().stream()
                .map(transaction -> Chain.of(transaction, assets))
                .toList();
        List<BookAccount> accounts = withConversions(book, assets);
        checkChains(chains);
        ASSETS.check(assets.added());
        ACCOUNTS.check(accounts);
        batches.check(chains);
        createAssets(assets);
        createAccounts(accounts, assets);
        return commit(chains);
    }

    private static void checkChains(List<Chain> chains) {
        List<Diagnostic> tooLong = chains.stream()
                .filter(chain -> chain.transfers().size() > Limits.COMMAND_ITEMS)
                .map(chain -> Diagnostic.error(
                        "BOOK0003",
                        "the transaction takes %d transfers; a ledger commits no more than %d together"
                                .formatted(chain.transfers().size(), Limits.COMMAND_ITEMS),
                        chain.transaction().place()))
                .toList();
        if (!tooLong.isEmpty()) {
            throw new DiagnosticException(tooLong);
        }
    }

    private void createAssets(AssetTable table) throws IOException, StoppedException {
        for (List<BookAsset> part : ASSETS.of(table.added())) {
            List<Asset> assets =
                    part.stream().map(asset -> table.asset(asset.code())).toList();
            List<Metadata> metadata = part.stream()
                    .filter(asset -> !asset.text().isEmpty())
                    .map(asset -> new Metadata(new U128(table.number(asset.code()), 0), asset.text()))
                    .toList();
            List<AssetStatus> statuses = target.createAssets(assets, metadata);
            for (int i = 0; i < part.size(); i++) {
                AssetStatus status = statuses.get(i);
                if (status != AssetStatus.CREATED && status != AssetStatus.EXISTS) {
                    throw refused(
                            "asset " + part.get(i).code(), status, part.get(i).place());
                }
            }
        }
    }

    private void createAccounts(List<BookAccount> all, AssetTable assets) throws IOException, StoppedException {
        for (List<BookAccount> part : ACCOUNTS.of(all)) {
            List<Account> accounts =
                    part.stream().map(account -> toCreate(account, assets)).toList();
            List<Metadata> metadata = part.stream()
                    .map(account -> new Metadata(Ids.account(account.key()), account.text()))
                    .toList();
            List<AccountResult> results = target.createAccounts(accounts, metadata);
            for (int i = 0; i < part.size(); i++) {
                AccountStatus status = results.get(i).status();
                if (status != AccountStatus.CREATED && status != AccountStatus.EXISTS) {
                    throw refused(
                            "account " + part.get(i).key().name(),
                            status,
                            part.get(i).place());
                }
            }
        }
    }

    private static List<BookAccount> withConversions(Book book, AssetTable assets) {
        var accounts = new ArrayList<>(book.accounts());
        Map<String, Place> converted = new LinkedHashMap<>();
        for (BookTransaction transaction : book.transactions()) {
            Chain.converted(transaction, assets).forEach(asset -> converted.putIfAbsent(asset, transaction.place()));
        }
        converted.forEach((asset, place) -> {
            AccountKey key = AccountKey.conversion(asset);
            accounts.add(new BookAccount(
                    key, CONVERSION_CODE, AccountFlags.NONE, List.of(new Entry(BookAccount.NAME, key.name())), place));
        });
        return accounts;
    }

    private static Account toCreate(BookAccount account, AssetTable assets) {
        U128 zero = new U128(0, 0);
        return new Account(
                Ids.account(account.key()),
                zero,
                zero,
                zero,
                zero,
                zero,
                0,
                0,
                assets.number(account.key().asset()),
                (short) account.code(),
                account.flags(),
                0);
    }

    private List<Settled> commit(List<Chain> chains) throws IOException, StoppedException {
        var outcomes = new ArrayList<Settled>();
        for (List<Chain> together : batches.of(chains)) {
            outcomes.addAll(commitTogether(together));
            progress.posted(outcomes.size(), chains.size());
        }
        return outcomes;
    }

    private List<Settled> commitTogether(List<Chain> chains) throws IOException, StoppedException {
        List<Transfer> transfers =
                chains.stream().flatMap(chain -> chain.transfers().stream()).toList();
        List<Metadata> metadata =
                chains.stream().flatMap(chain -> chain.metadata().stream()).toList();
        List<Transaction> transactions = chains.stream()
                .filter(chain -> !chain.transfers().isEmpty())
                .map(chain -> chain.transaction().record())
                .toList();
        TransferResults results = transfers.isEmpty()
                ? new TransferResults(TransferResultList.of(), List.of())
                : target.commit(transfers, transactions, metadata);
        Map<Integer, Veto> vetoes = new LinkedHashMap<>();
        results.vetoes().forEach(veto -> vetoes.put(veto.index(), veto));
        var outcomes = new ArrayList<Settled>();
        int next = 0;
        for (Chain chain : chains) {
            int end = next + chain.transfers().size();
            outcomes.add(new Settled(
                    chain.transaction(), outcome(chain, results.results().subList(next, end), next, vetoes)));
            next = end;
        }
        return outcomes;
    }

    /**
     * The first transfer that did not fail for another one's sake says why the chain did. Where it exists, the whole chain
     * does.
     *
     * @param first where in the request the chain begins
     */
    private static Outcome outcome(Chain chain, List<TransferResult> results, int first, Map<Integer, Veto> vetoes) {
        if (results.isEmpty()) {
            return new Outcome.Empty();
        }
        for (int i = 0; i < results.size(); i++) {
            TransferStatus status = results.get(i).status();
            switch (status) {
                case CREATED, LINKED_EVENT_FAILED -> {}
                case EXISTS -> {
                    return new Outcome.Known();
                }
                case VETOED -> {
                    Veto veto = Objects.requireNonNull(vetoes.get(first + i), "each veto has its reason");
                    return new Outcome.Vetoed(veto.policy(), veto.reason());
                }
                default -> {
                    return rejected(chain, chain.transfers().get(i), status);
                }
            }
        }
        return results.getFirst().status() == TransferStatus.CREATED
                ? new Outcome.Posted()
                : rejected(chain, chain.transfers().getFirst(), TransferStatus.LINKED_EVENT_FAILED);
    }

    private static Outcome rejected(Chain chain, Transfer transfer, TransferStatus status) {
        return new Outcome.Rejected(
                status, accountName(chain, transfer.debitAccountId()), accountName(chain, transfer.creditAccountId()));
    }

    private static String accountName(Chain chain, U128 id) {
        return chain.transaction().postings().stream()
                .map(BookPosting::account)
                .filter(key -> Ids.account(key).equals(id))
                .map(AccountKey::name)
                .findFirst()
                .orElse(AccountKey.CONVERSION);
    }

    private static DiagnosticException refused(String what, Enum<?> error, Place place) {
        String reason = error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new DiagnosticException(
                Diagnostic.error("BOOK0004", "the ledger refused the " + what + ": " + reason, place));
    }
}
