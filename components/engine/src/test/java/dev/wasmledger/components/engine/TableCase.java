package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case of a table: its rows in order, against a fresh ledger, which is asked for anew for each request. */
final class TableCase {

    /** The first command's time; each further one is given a second later. */
    private static final long START = 1_000_000_000_000L;

    private static final long SECOND = 1_000_000_000L;

    private final Path file;
    private final String name;
    private final List<Line> lines = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private Supplier<Ledger> ledger = () -> {
        throw new IllegalStateException("the case does not run");
    };
    private long now = START;

    private TableCase(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    static List<TableCase> read(Path file) throws IOException {
        List<TableCase> cases = new ArrayList<>();
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            if (text.startsWith("== ")) {
                cases.add(new TableCase(file, text.substring(3)));
            } else if (!text.startsWith("#") && !cases.isEmpty()) {
                cases.getLast().lines.add(Line.parse(number, text));
            }
        }
        return cases;
    }

    String name() {
        return name;
    }

    String place() {
        return file + ", line " + lines.getFirst().number();
    }

    /** Rows that say what is expected. */
    int checkedRows() {
        return (int) lines.stream().filter(line -> !line.expected().isEmpty()).count();
    }

    /**
     * Runs all rows.
     *
     * @param maker gives an empty ledger's connections, over a clock and whoever listens to events
     * @return the rows that came to something else
     */
    List<String> run(BiFunction<LongSupplier, Consumer<EventList>, Supplier<Ledger>> maker) {
        ledger = maker.apply(() -> now, events::addAll);
        ledger.get()
                .createAssets(
                        List.of(
                                new Asset(1, (byte) 2, "USD"),
                                new Asset(2, (byte) 0, "JPY"),
                                new Asset(9, (byte) 0, "X")),
                        List.of());
        List<Line> batch = new ArrayList<>();
        List<Line> headers = new ArrayList<>();
        for (Line line : lines) {
            boolean joins = !batch.isEmpty() && batch.getFirst().kind().equals(line.kind());
            if (!joins) {
                send(batch, headers);
            }
            switch (line.kind()) {
                case "account", "transfer" -> batch.add(line);
                case "transaction" -> headers.add(line);
                case "" -> {}
                default -> single(line);
            }
        }
        send(batch, headers);
        return differences;
    }

    /** Lines of one kind without an empty line between them are one request. */
    private void send(List<Line> batch, List<Line> headers) {
        if (batch.isEmpty()) {
            return;
        }
        now += SECOND;
        events.clear();
        List<String> said = batch.getFirst().kind().equals("account") ? accounts(batch) : transfers(batch, headers);
        for (int i = 0; i < batch.size(); i++) {
            check(batch.get(i), said.get(i));
        }
        batch.clear();
        headers.clear();
    }

    private List<String> accounts(List<Line> batch) {
        AccountList accounts =
                AccountList.copyOf(batch.stream().map(Line::account).toList());
        return ledger.get().createAccounts(accounts, List.of()).stream()
                .map(result -> Line.witName(result.status()))
                .toList();
    }

    private List<String> transfers(List<Line> batch, List<Line> headers) {
        TransferList transfers =
                TransferList.copyOf(batch.stream().map(Line::transfer).toList());
        List<Transaction> transactions = headers.stream()
                .map(line -> new Transaction(
                        Line.u128(line.words().get(1)),
                        Integer.parseInt(line.fields().getOrDefault("day", "0")),
                        line.number("reverts", "0"),
                        line.fields().getOrDefault("reference", ""),
                        List.of(new Entry("note", line.fields().getOrDefault("note", "")))))
                .toList();
        TransferResults results = ledger.get().commit(transfers, transactions, List.of());
        List<String> said = new ArrayList<>();
        for (TransferResult result : results.results()) {
            said.add(Line.witName(result.status()));
        }
        return said;
    }

    private void single(Line line) {
        switch (line.kind()) {
            case "wait" -> now += line.unsigned("seconds", "0") * SECOND;
            case "expire" -> {
                now += SECOND;
                events.clear();
                check(line, String.valueOf(ledger.get().expire((int) line.unsigned("limit", "100"))));
            }
            case "balances" ->
                check(
                        line,
                        balances(ledger.get().lookupAccounts(ids(line)).get(0).orElse(null)));
            case "balances-at" -> {
                long time = time(line, "at", now);
                check(
                        line,
                        balances(ledger.get().balancesAt(ids(line), time).get(0).orElse(null)));
            }
            case "known" -> check(line, String.valueOf(ledger.get().known(ids(line))[0]));
            case "amount" -> check(line, amount(ids(line)));
            case "events" ->
                check(
                        line,
                        events.stream()
                                .map(event -> Line.witName(event.kind()) + " "
                                        + Line.text(event.transfer().id()))
                                .collect(Collectors.joining(", ")));
            case "transaction-is" -> check(line, new Questions(ledger.get()).transaction(ids(line)));
            default ->
                check(
                        line,
                        new Questions(ledger.get()).answer(line, (field, otherwise) -> time(line, field, otherwise)));
        }
    }

    /** A time that a row names: a plain number, or {@code #n} for the n-th command's, from 1. */
    private static long time(Line line, String field, long otherwise) {
        String text = line.fields().get(field);
        if (text == null) {
            return otherwise;
        }
        return text.startsWith("#")
                ? START + Long.parseLong(text.substring(1)) * SECOND
                : Line.u128(text).low();
    }

    private String amount(U128List ids) {
        return ledger.get()
                .lookupTransfers(ids)
                .get(0)
                .map(transfer -> Line.text(transfer.amount()))
                .orElse("none");
    }

    private static U128List ids(Line line) {
        return U128List.of(Line.u128(line.words().get(1)));
    }

    /** Debits pending and posted, credits pending and posted; whether it is closed. */
    private static String balances(@Nullable Account account) {
        if (account == null) {
            return "none";
        }
        boolean closed = (account.flags().bits() & AccountState.CLOSED) != 0;
        return Stream.of(
                                account.debitsPending(),
                                account.debitsPosted(),
                                account.creditsPending(),
                                account.creditsPosted())
                        .map(Line::text)
                        .collect(Collectors.joining(" "))
                + (closed ? " closed" : "");
    }

    private void check(Line line, String said) {
        if (!line.expected().isEmpty() && !line.expected().equals(said)) {
            differences.add("line " + line.number() + ": " + line.text() + "   but it is: " + said);
        }
    }
}
