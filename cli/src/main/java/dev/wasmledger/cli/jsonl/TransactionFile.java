package dev.wasmledger.cli.jsonl;

import dev.wasmledger.cli.Limits;
import dev.wasmledger.cli.booking.AccountKey;
import dev.wasmledger.cli.booking.Book;
import dev.wasmledger.cli.booking.BookAccount;
import dev.wasmledger.cli.booking.BookAsset;
import dev.wasmledger.cli.booking.BookPosting;
import dev.wasmledger.cli.booking.BookTransaction;
import dev.wasmledger.cli.booking.Ids;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.SourceFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A file of transactions: assets, accounts and transactions, a JSON object a line, each after what it uses.
 *
 * <pre>{@code
 * {"asset": "USD", "scale": 2}
 * {"account": "bank", "asset": "USD", "code": 1010}
 * {"transaction": "T1", "date": "2026-01-05", "text": "First sale", "postings": [
 *     {"account": "bank", "debit": "12.50"}, {"account": "sales", "credit": "12.50"}]}
 * }</pre>
 *
 * <p>(The transaction stands on one line.)
 */
public final class TransactionFile {

    private static final int MAX_CODE = 0xFFFF;
    private static final int DEFAULT_CODE = 1;
    private static final Map<String, AccountFlags> FLAGS = Map.of(
            "debits-must-not-exceed-credits", AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS,
            "credits-must-not-exceed-debits", AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS);

    private final SourceFile file;
    private final Map<String, BookAsset> assets = new LinkedHashMap<>();
    private final Map<String, BookAccount> accounts = new LinkedHashMap<>();
    private final Map<String, BookTransaction> transactions = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private TransactionFile(SourceFile file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws DiagnosticException with what is wrong with each line
     */
    public static Book read(SourceFile file) {
        return new TransactionFile(file).read();
    }

    private Book read() {
        for (int line = 1; line <= file.lineCount() && diagnostics.size() < Limits.DIAGNOSTICS; line++) {
            if (!file.line(line).isBlank()) {
                readLine(line);
            }
        }
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(diagnostics);
        }
        return new Book(
                List.copyOf(assets.values()), List.copyOf(accounts.values()), List.copyOf(transactions.values()));
    }

    private void readLine(int line) {
        try {
            JsonValue.Fields object = JsonLine.read(file, line);
            if (object.fields().containsKey("transaction")) {
                readTransaction(object);
            } else if (object.fields().containsKey("account")) {
                readAccount(object);
            } else if (object.fields().containsKey("asset")) {
                readAsset(object);
            } else {
                throw UnreadableLine.of(
                        "TXN0003", "a line has an `asset`, an `account` or a `transaction`", object.place());
            }
        } catch (UnreadableLine unreadable) {
            diagnostics.add(unreadable.diagnostic());
        }
    }

    private void readAsset(JsonValue.Fields object) throws UnreadableLine {
        Shape shape = Shape.of(object, "an asset", "asset", "scale");
        String code = shape.text("asset");
        var asset =
                new BookAsset(code, shape.number("scale", 0, Limits.ASSET_DECIMALS), true, List.of(), shape.place());
        BookAsset before = assets.putIfAbsent(code, asset);
        if (before != null) {
            throw twice("asset " + code, shape.value("asset").place(), before.place());
        }
    }

    private void readAccount(JsonValue.Fields object) throws UnreadableLine {
        Shape shape = Shape.of(object, "an account", "account", "asset", "code", "flags");
        String name = shape.text("account");
        if (name.startsWith(":")) {
            throw UnreadableLine.of(
                    "TXN0002",
                    "a name does not begin with a colon",
                    shape.value("account").place());
        }
        String asset = shape.text("asset");
        if (!assets.containsKey(asset)) {
            throw UnreadableLine.of(
                            "TXN0005",
                            "there is no asset " + asset,
                            shape.value("asset").place())
                    .hint("its line stands before those that use it");
        }
        var account = new BookAccount(
                AccountKey.of(name, asset),
                shape.number("code", 1, MAX_CODE),
                flags(shape),
                List.of(new Entry(BookAccount.NAME, name)),
                shape.place());
        BookAccount before = accounts.putIfAbsent(name, account);
        if (before != null) {
            throw twice("account " + name, shape.value("account").place(), before.place());
        }
    }

    private static AccountFlags flags(Shape shape) throws UnreadableLine {
        AccountFlags flags = AccountFlags.NONE;
        if (!shape.has("flags")) {
            return flags;
        }
        for (JsonValue item : shape.items("flags")) {
            AccountFlags flag = item instanceof JsonValue.Text(String name, var place) ? FLAGS.get(name) : null;
            if (flag == null) {
                throw UnreadableLine.of("TXN0002", "this is no flag", item.place())
                        .hint("flags are "
                                + String.join(
                                        ", ", FLAGS.keySet().stream().sorted().toList()));
            }
            flags = flags.with(flag);
        }
        return flags;
    }

    private void readTransaction(JsonValue.Fields object) throws UnreadableLine {
        Shape shape = Shape.of(object, "a transaction", "transaction", "date", "text", "code", "postings", "metadata");
        String id = shape.text("transaction");
        var text = new ArrayList<Entry>();
        text.add(new Entry("transaction", id));
        LocalDate date = shape.date("date");
        text.add(new Entry("date", date.toString()));
        shape.optionalText("text").ifPresent(value -> text.add(new Entry("text", value)));
        text.addAll(metadata(shape));
        List<BookPosting> postings = new ArrayList<>();
        for (JsonValue item : shape.items("postings")) {
            postings.add(posting(item));
        }
        checkBalanced(postings, shape.place());
        var transaction = new BookTransaction(
                Ids.transaction(id),
                id,
                date,
                id,
                shape.has("code") ? shape.number("code", 1, MAX_CODE) : DEFAULT_CODE,
                postings,
                text,
                shape.place());
        BookTransaction before = transactions.putIfAbsent(id, transaction);
        if (before != null) {
            throw twice("transaction " + id, shape.value("transaction").place(), before.place());
        }
    }

    private static List<Entry> metadata(Shape shape) throws UnreadableLine {
        var entries = new ArrayList<Entry>();
        if (shape.has("metadata")) {
            shape.texts("metadata").fields().forEach((key, field) -> {
                if (field.value() instanceof JsonValue.Text(String value, var place)) {
                    entries.add(new Entry(key, value));
                }
            });
        }
        return entries;
    }

    private BookPosting posting(JsonValue item) throws UnreadableLine {
        Shape shape = Shape.of(item, "a posting", "account", "debit", "credit");
        String name = shape.text("account");
        BookAccount account = accounts.get(name);
        if (account == null) {
            throw UnreadableLine.of(
                            "TXN0005",
                            "there is no account " + name,
                            shape.value("account").place())
                    .hint("its line stands before those that use it");
        }
        if (shape.has("debit") == shape.has("credit")) {
            throw UnreadableLine.of("TXN0003", "a posting has either a `debit` or a `credit`", shape.place());
        }
        String side = shape.has("debit") ? "debit" : "credit";
        BigDecimal amount = shape.amount(side);
        BookAsset asset = Objects.requireNonNull(assets.get(account.key().asset()), "accounts have known assets");
        int scale = asset.scale();
        if (amount.stripTrailingZeros().scale() > scale) {
            throw UnreadableLine.of(
                    "TXN0004",
                    "%s has %d decimals, not more".formatted(account.key().asset(), scale),
                    shape.value(side).place());
        }
        return new BookPosting(
                account.key(), side.equals("debit") ? amount : amount.negate(), false, List.of(), shape.place());
    }

    private static void checkBalanced(List<BookPosting> postings, Place place) throws UnreadableLine {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        postings.forEach(posting -> sums.merge(posting.account().asset(), posting.amount(), BigDecimal::add));
        for (var sum : sums.entrySet()) {
            if (sum.getValue().signum() != 0) {
                throw UnreadableLine.of(
                        "TXN0006",
                        "the transaction does not balance: its %s of %s are greater by %s"
                                .formatted(
                                        sum.getValue().signum() > 0 ? "debits" : "credits",
                                        sum.getKey(),
                                        sum.getValue().abs().toPlainString()),
                        place);
            }
        }
    }

    private static UnreadableLine twice(String what, Place place, Place before) {
        return new UnreadableLine(
                Diagnostic.error("TXN0007", "a second " + what, place).withLabel(before, "the first one"));
    }
}
