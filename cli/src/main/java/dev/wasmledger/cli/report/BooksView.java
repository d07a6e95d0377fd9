package dev.wasmledger.cli.report;

import dev.wasmledger.cli.booking.BookAccount;
import dev.wasmledger.cli.booking.JournalBook;
import dev.wasmledger.cli.journal.CommodityFormat;
import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.Questions;
import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.QueryFilter;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.QueryFilterFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The assets and accounts of a ledger.
 *
 * @param assets by number
 * @param accounts by name, then by what is held
 */
public record BooksView(Collection<AssetView> assets, List<AccountView> accounts) {

    /** Reads all of them. */
    public static BooksView of(Questions ledger) throws IOException, QueryFailedException {
        return of(ledger, OptionalLong.empty());
    }

    /**
     * Reads those that there were at a time, with what they held then; assets are all there.
     *
     * @param time in nanoseconds since 1970-01-01T00:00:00Z; now where it is empty
     */
    public static BooksView of(Questions ledger, OptionalLong time) throws IOException, QueryFailedException {
        Map<Integer, AssetView> assets = assets(ledger);
        Map<String, CommodityFormat> formats = new LinkedHashMap<>();
        assets.values().forEach(asset -> formats.put(asset.code(), asset.format()));
        var accounts = new ArrayList<AccountView>();
        List<Account> page = ledger.queryAccounts(behind(0));
        while (!page.isEmpty()) {
            List<List<Entry>> texts =
                    ledger.lookupMetadata(page.stream().map(Account::id).toList());
            List<Optional<Account>> then = at(ledger, page, time);
            for (int i = 0; i < page.size(); i++) {
                if (then.get(i).isPresent()) {
                    Account account = then.get(i).get();
                    AssetView asset =
                            Objects.requireNonNull(assets.get(account.ledger()), "the engine keeps each asset");
                    accounts.add(account(account, asset, map(texts.get(i)), formats));
                }
            }
            page = ledger.queryAccounts(behind(page.getLast().timestamp()));
        }
        accounts.sort(AccountView.ORDER);
        return new BooksView(assets.values(), accounts);
    }

    private static List<Optional<Account>> at(Questions ledger, List<Account> now, OptionalLong time)
            throws IOException, QueryFailedException {
        return time.isPresent()
                ? ledger.balancesAt(now.stream().map(Account::id).toList(), time.getAsLong())
                : now.stream().map(Optional::of).toList();
    }

    /** All accounts that were created after that time. */
    private static QueryFilter behind(long time) {
        return new QueryFilter(
                new U128(0, 0), 0, 0, 0, (short) 0, time + 1, 0, Limits.COMMAND_ITEMS, QueryFilterFlags.NONE);
    }

    private static Map<Integer, AssetView> assets(Questions ledger) throws IOException, QueryFailedException {
        List<Asset> held = ledger.assets();
        List<List<Entry>> texts = ledger.lookupMetadata(
                held.stream().map(asset -> new U128(asset.ledger(), 0)).toList());
        Map<Integer, AssetView> assets = new LinkedHashMap<>();
        for (int i = 0; i < held.size(); i++) {
            Asset asset = held.get(i);
            CommodityFormat format = Optional.ofNullable(map(texts.get(i)).get(JournalBook.FORMAT))
                    .flatMap(sample -> CommodityFormat.fromSample(asset.code(), sample))
                    .orElse(CommodityFormat.plain(asset.code(), asset.scale()));
            assets.put(asset.ledger(), new AssetView(asset.ledger(), asset.code(), asset.scale(), format));
        }
        return assets;
    }

    private static AccountView account(
            Account account, AssetView asset, Map<String, String> text, Map<String, CommodityFormat> formats) {
        String name = text.getOrDefault(
                BookAccount.NAME, U128s.toBigInteger(account.id()).toString());
        return new AccountView(
                name,
                asset,
                lot(text, formats),
                U128s.toBigInteger(account.debitsPosted()),
                U128s.toBigInteger(account.creditsPosted()));
    }

    private static Optional<LotView> lot(Map<String, String> text, Map<String, CommodityFormat> formats) {
        String price = text.get(JournalBook.LOT_PRICE);
        String commodity = text.get(JournalBook.LOT_COMMODITY);
        if (price == null || commodity == null) {
            return Optional.empty();
        }
        return Optional.of(new LotView(
                new BigDecimal(price),
                commodity,
                formats.getOrDefault(commodity, CommodityFormat.unseen(commodity)),
                Optional.ofNullable(text.get(JournalBook.LOT_DATE)).map(LocalDate::parse)));
    }

    private static Map<String, String> map(List<Entry> entries) {
        Map<String, String> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.key(), entry.value()));
        return map;
    }
}
