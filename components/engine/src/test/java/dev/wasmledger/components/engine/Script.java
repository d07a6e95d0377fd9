package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a case against an engine. A case is made of requests with an empty line between two; a request is made of lines of
 * one kind:
 *
 * <pre>
 * asset 1 USD scale=2
 * account 10 ledger=1 code=1000 flags=debits-must-not-exceed-credits
 * transfer 100 10 -> 20 amount=5 ledger=1 code=1 linked
 * </pre>
 *
 * What an engine answers comes behind each line; what it emitted and which accounts there are, at the end of a request.
 */
final class Script {

    private final MemoryBooks books = new MemoryBooks();
    private final List<Event> events = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private long now = 1_000;

    /** What an engine makes of that case, as text. */
    String run(String requests) {
        for (String request : requests.strip().split("\n\n", -1)) {
            events.clear();
            int writes = books.writes();
            List<String> lines =
                    request.lines().filter(line -> !line.startsWith("#")).toList();
            List<String> outcomes = outcomes(lines);
            for (int i = 0; i < lines.size(); i++) {
                said.append(lines.get(i))
                        .append("\n    ")
                        .append(outcomes.get(i))
                        .append('\n');
            }
            events.forEach(
                    event -> said.append("  event ").append(describe(event)).append('\n'));
            said.append("  ").append(books.writes() - writes).append(" writes\n");
            now += 1_000;
        }
        books.accounts(0, 1_000)
                .forEach(account -> said.append(describe(account)).append('\n'));
        return said.toString();
    }

    private List<String> outcomes(List<String> lines) {
        Engine engine = new Engine(books, () -> now, events::addAll);
        List<Line> parsed = lines.stream().map(Line::parse).toList();
        List<Metadata> metadata =
                parsed.stream().flatMap(line -> line.metadata().stream()).toList();
        return switch (parsed.getFirst().kind()) {
            case "asset" ->
                engine.createAssets(parsed.stream().map(Script::asset).toList(), metadata).stream()
                        .map(Script::describe)
                        .toList();
            case "account" ->
                engine
                        .createAccounts(
                                AccountList.copyOf(
                                        parsed.stream().map(Script::account).toList()),
                                metadata)
                        .stream()
                        .map(Script::describe)
                        .toList();
            case "transfer" ->
                engine
                        .commit(
                                TransferList.copyOf(
                                        parsed.stream().map(Script::transfer).toList()),
                                metadata)
                        .stream()
                        .map(Script::describe)
                        .toList();
            case "known" ->
                engine.known(U128List.copyOf(parsed.stream().map(Line::id).toList())).stream()
                        .map(String::valueOf)
                        .toList();
            case "metadata" ->
                engine
                        .lookupMetadata(
                                U128List.copyOf(parsed.stream().map(Line::id).toList()))
                        .stream()
                        .map(String::valueOf)
                        .toList();
            default -> throw new IllegalArgumentException("no such request: " + lines.getFirst());
        };
    }

    private record Line(String kind, List<String> words, Map<String, String> fields) {

        static Line parse(String line) {
            List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
            Map<String, String> fields = new LinkedHashMap<>();
            words.stream()
                    .filter(word -> word.contains("="))
                    .forEach(word ->
                            fields.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
            words.removeIf(word -> word.contains("="));
            return new Line(words.getFirst(), words, fields);
        }

        U128 id() {
            return u128(words.get(1));
        }

        U128 number(String field) {
            return u128(fields.getOrDefault(field, "0"));
        }

        Optional<Metadata> metadata() {
            return Optional.ofNullable(fields.get("note"))
                    .map(note -> new Metadata(id(), List.of(new Entry("note", note))));
        }
    }

    private static U128 u128(String text) {
        UInt128 number = text.equals("max") ? UInt128.MAX : UInt128.parse(text).orElseThrow();
        return new U128(number.low(), number.high());
    }

    private static Asset asset(Line line) {
        return new Asset(
                (int) line.id().low(),
                (byte) line.number("scale").low(),
                line.words().size() > 2 ? line.words().get(2) : "");
    }

    private static Account account(Line line) {
        AccountFlags flags = AccountFlags.NONE;
        for (String flag : line.fields().getOrDefault("flags", "").split(",", -1)) {
            flags = flags.with(
                    switch (flag) {
                        case "" -> AccountFlags.NONE;
                        case "debits-must-not-exceed-credits" -> AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS;
                        case "credits-must-not-exceed-debits" -> AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS;
                        default -> throw new IllegalArgumentException("no such flag: " + flag);
                    });
        }
        return new Account(
                line.id(),
                line.number("debits"),
                line.number("credits"),
                line.number("user-data"),
                (int) line.number("ledger").low(),
                (short) line.number("code").low(),
                flags,
                line.number("timestamp").low());
    }

    private static Transfer transfer(Line line) {
        return new Transfer(
                line.id(),
                u128(line.words().get(2)),
                u128(line.words().get(4)),
                line.number("amount"),
                line.number("user-data"),
                (int) line.number("ledger").low(),
                (short) line.number("code").low(),
                line.words().contains("linked") ? TransferFlags.LINKED : TransferFlags.NONE,
                line.number("timestamp").low());
    }

    private static String describe(AssetOutcome outcome) {
        return switch (outcome) {
            case AssetOutcome.Created created -> "created";
            case AssetOutcome.Exists exists -> "exists";
            case AssetOutcome.Rejected(var error) -> witName(error);
        };
    }

    private static String describe(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Created created -> "created";
            case AccountOutcome.Exists exists -> "exists";
            case AccountOutcome.Rejected(var error) -> witName(error);
        };
    }

    private static String describe(TransferOutcome outcome) {
        return switch (outcome) {
            case TransferOutcome.Committed committed -> "committed";
            case TransferOutcome.Exists exists -> "exists";
            case TransferOutcome.Rejected(var error) -> witName(error);
            case TransferOutcome.Vetoed(var veto) -> throw new IllegalStateException("engines do not veto");
        };
    }

    private static String describe(Event event) {
        return "%s @%d: %s; %s"
                .formatted(
                        text(event.transfer().id()),
                        event.transfer().timestamp(),
                        describe(event.debitAccount()),
                        describe(event.creditAccount()));
    }

    private static String describe(Account account) {
        return "account %s debits=%s credits=%s @%d"
                .formatted(
                        text(account.id()),
                        text(account.debitsPosted()),
                        text(account.creditsPosted()),
                        account.timestamp());
    }

    private static String text(U128 value) {
        return UInt128.of(value.low(), value.high()).toString();
    }

    private static String witName(Enum<?> error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
