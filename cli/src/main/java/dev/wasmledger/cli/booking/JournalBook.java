package dev.wasmledger.cli.booking;

import dev.wasmledger.cli.Limits;
import dev.wasmledger.cli.journal.Clearing;
import dev.wasmledger.cli.journal.CommodityFormat;
import dev.wasmledger.cli.journal.Journal;
import dev.wasmledger.cli.journal.JournalPosting;
import dev.wasmledger.cli.journal.JournalTransaction;
import dev.wasmledger.cli.journal.Lot;
import dev.wasmledger.cli.journal.Note;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.wit.diagnostic.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A journal as a book: commodities become assets, and each lot of one has an account of its own. */
public final class JournalBook {

    /** Keys of what is said about accounts and assets. */
    public static final String FORMAT = "format";

    public static final String LOT_PRICE = "lot-price";
    public static final String LOT_COMMODITY = "lot-commodity";
    public static final String LOT_DATE = "lot-date";

    /** The reason for all transfers that come from a journal. */
    private static final int TRANSFER_CODE = 1;

    private static final int OTHER_CODE = 8000;
    private static final Map<String, Integer> CODES = Map.of(
            "assets",
            1000,
            "liabilities",
            2000,
            "equity",
            3000,
            "income",
            4000,
            "revenue",
            4000,
            "revenues",
            4000,
            "expenses",
            5000);

    private final Journal journal;
    private final Map<String, Need> needs = new LinkedHashMap<>();
    private final Map<AccountKey, BookAccount> accounts = new LinkedHashMap<>();
    private final Map<List<String>, Integer> repetitions = new HashMap<>();

    /** What the journal needs of an asset: decimals. */
    private record Need(int scale, Place place) {

        Need with(Need other) {
            return new Need(Math.max(scale, other.scale), place);
        }
    }

    private JournalBook(Journal journal) {
        this.journal = journal;
    }

    public static Book of(Journal journal) {
        return new JournalBook(journal).book();
    }

    private Book book() {
        var transactions = new ArrayList<BookTransaction>();
        journal.transactions().forEach(transaction -> transactions.add(transaction(transaction)));
        var assets = new ArrayList<BookAsset>();
        needs.forEach((commodity, need) -> {
            CommodityFormat format = journal.format(commodity);
            List<Entry> text = List.of(new Entry(FORMAT, format.sample()));
            assets.add(new BookAsset(commodity, need.scale(), false, text, need.place()));
        });
        return new Book(assets, List.copyOf(accounts.values()), transactions);
    }

    private BookTransaction transaction(JournalTransaction written) {
        var identity = new ArrayList<String>();
        identity.add(written.date().toString());
        identity.add(written.code().orElse(""));
        identity.add(written.payee());
        var postings = new ArrayList<BookPosting>();
        for (JournalPosting posting : written.postings()) {
            AccountKey account = account(posting);
            learnScale(posting);
            identity.add(account.name());
            identity.add(account.asset());
            identity.add(account.lot());
            identity.add(posting.quantity().stripTrailingZeros().toPlainString());
            postings.add(new BookPosting(
                    account, posting.quantity(), posting.workedOut(), entries(posting.notes()), posting.place()));
        }
        // Two equal transactions of one file are two, and the same two in the file's next version.
        int ordinal = repetitions.merge(List.copyOf(identity), 1, Integer::sum);
        identity.add(Integer.toString(ordinal));
        return new BookTransaction(
                Ids.transaction(identity.toArray(String[]::new)),
                written.date() + " " + written.payee(),
                written.effectiveDate().orElse(written.date()),
                written.code().orElse(""),
                TRANSFER_CODE,
                postings,
                text(written),
                written.place());
    }

    private AccountKey account(JournalPosting posting) {
        var key = new AccountKey(
                posting.account(),
                posting.unit().commodity(),
                posting.unit().lot().map(Lot::identity).orElse(""));
        accounts.computeIfAbsent(key, absent -> {
            var text = new ArrayList<Entry>();
            text.add(new Entry(BookAccount.NAME, key.name()));
            posting.unit().lot().ifPresent(lot -> {
                text.add(new Entry(LOT_PRICE, lot.shownPrice().toPlainString()));
                text.add(new Entry(LOT_COMMODITY, lot.commodity()));
                lot.date().ifPresent(date -> text.add(new Entry(LOT_DATE, date.toString())));
            });
            return new BookAccount(key, code(key.name()), AccountFlags.NONE, text, posting.place());
        });
        return key;
    }

    private void learnScale(JournalPosting posting) {
        BigDecimal quantity = posting.workedOut() ? posting.quantity().stripTrailingZeros() : posting.quantity();
        var need = new Need(Math.clamp(quantity.scale(), 0, Limits.JOURNAL_DECIMALS), posting.place());
        needs.merge(posting.unit().commodity(), need, Need::with);
    }

    private static int code(String account) {
        String top = account.split(":", 2)[0].toLowerCase(Locale.ROOT);
        return CODES.getOrDefault(top, OTHER_CODE);
    }

    private static List<Entry> text(JournalTransaction written) {
        var text = new ArrayList<Entry>();
        text.add(new Entry("date", written.date().toString()));
        written.effectiveDate().ifPresent(date -> text.add(new Entry("effective-date", date.toString())));
        if (written.clearing() != Clearing.UNMARKED) {
            text.add(new Entry("state", written.clearing().name().toLowerCase(Locale.ROOT)));
        }
        written.code().ifPresent(code -> text.add(new Entry("code", code)));
        text.add(new Entry("payee", written.payee()));
        text.addAll(entries(written.notes()));
        return text;
    }

    private static List<Entry> entries(List<Note> notes) {
        return notes.stream().map(note -> new Entry(note.key(), note.value())).toList();
    }
}
