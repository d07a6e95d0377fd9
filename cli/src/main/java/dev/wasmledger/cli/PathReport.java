package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.cli.booking.BookAccount;
import dev.wasmledger.cli.report.TextTable;
import dev.wasmledger.ledger.Decision;
import dev.wasmledger.ledger.TransactionPath;
import dev.wasmledger.ledger.TransactionPath.Item;
import dev.wasmledger.ledger.TransactionPath.Later;
import dev.wasmledger.ledger.TransactionPath.Request;
import dev.wasmledger.ledger.TransactionPath.Stage;
import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.log.Digest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The path that a transaction took, for people and for programs. */
final class PathReport {

    private static final String PREFIX = "sha256:";

    /** How many characters of a digest tell two apart. */
    private static final int SHORT_DIGEST = 12;

    private final String transaction;
    private final TransactionPath path;

    PathReport(String transaction, TransactionPath path) {
        this.transaction = transaction;
        this.path = path;
    }

    String text() {
        var text = new StringBuilder(transaction + System.lineSeparator());
        path.requests().forEach(request -> append(request, text));
        path.later().forEach(later -> text.append(text(later)));
        return text.toString();
    }

    private static void append(Request request, StringBuilder text) {
        text.append("%nframe %d, %s, %s, deployment %s of frame %d%n"
                .formatted(
                        request.sequence(),
                        time(request.time()),
                        request.size() == 1 ? "1 transfer" : request.size() + " transfers",
                        shortened(request.deployment()),
                        request.deployedAt()));
        for (Item item : request.items()) {
            text.append("  %s from %s to %s: %s%n"
                    .formatted(amount(item), debit(item), credit(item), text(item.decision())));
            append(item.stages(), text);
        }
        if (!request.same()) {
            text.append("  THE COMPONENTS DECIDE OTHERWISE NOW: `wasmledger replay --audit` says where%n".formatted());
        }
    }

    private static void append(List<Stage> stages, StringBuilder text) {
        var table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT);
        for (Stage stage : stages) {
            String reason = stage.reason().isEmpty() ? "" : ": " + stage.reason();
            table.row(
                    "    " + stage.instance(), stage.component(), shortened(stage.digest()), stage.verdict() + reason);
        }
        text.append(table);
    }

    private static String text(Decision decision) {
        String by = decision.by().isEmpty() || decision.outcome().equals("created") ? "" : ", by " + decision.by();
        return decision.outcome().replace('-', ' ') + by;
    }

    private static String text(Later later) {
        String by = later.by().map(id -> " by " + number(id)).orElse("");
        return "%nframe %d, %s: %s %s%s%n"
                .formatted(later.sequence(), time(later.time()), number(later.transfer()), name(later.what()), by);
    }

    private static String name(Later.What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /** As the asset counts; what settles another transfer may leave asset and amount to it. */
    private static String amount(Item item) {
        BigDecimal amount = new BigDecimal(U128s.toBigInteger(item.transfer().amount()));
        return item.asset()
                .map(asset -> amount.movePointLeft(asset.scale()).toPlainString() + " " + asset.code())
                .orElse(amount.toPlainString());
    }

    private static String debit(Item item) {
        return name(item.debitText()).orElse(number(item.transfer().debitAccountId()));
    }

    private static String credit(Item item) {
        return name(item.creditText()).orElse(number(item.transfer().creditAccountId()));
    }

    private static Optional<String> name(List<Entry> text) {
        return text.stream()
                .filter(entry -> entry.key().equals(BookAccount.NAME))
                .map(Entry::value)
                .findFirst();
    }

    private static String number(U128 id) {
        return U128s.toBigInteger(id).toString();
    }

    private static Instant time(long nanos) {
        return Instant.EPOCH.plus(nanos, ChronoUnit.NANOS);
    }

    private static String shortened(Digest digest) {
        return PREFIX + digest.toString().substring(0, SHORT_DIGEST);
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("transaction", transaction);
        ArrayNode requests = node.putArray("requests");
        path.requests().forEach(request -> json(request, requests.addObject()));
        ArrayNode after = node.putArray("later");
        for (Later later : path.later()) {
            ObjectNode one = after.addObject()
                    .put("sequence", later.sequence())
                    .put("time", time(later.time()).toString())
                    .put("what", name(later.what()))
                    .put("transfer", number(later.transfer()));
            later.by().ifPresent(id -> one.put("by", number(id)));
        }
        return node;
    }

    private static void json(Request request, ObjectNode node) {
        node.put("sequence", request.sequence())
                .put("time", time(request.time()).toString())
                .put("deployment", PREFIX + request.deployment())
                .put("deployed-at", request.deployedAt())
                .put("transfers-of-command", request.size())
                .put("same-again", request.same());
        ArrayNode transfers = node.putArray("transfers");
        for (Item item : request.items()) {
            ObjectNode transfer = transfers
                    .addObject()
                    .put("index", item.index())
                    .put("id", number(item.transfer().id()))
                    .put("debit", debit(item))
                    .put("credit", credit(item))
                    .put("amount", number(item.transfer().amount()))
                    .put("ledger", Integer.toUnsignedLong(item.transfer().ledger()));
            item.asset().map(Asset::code).ifPresent(code -> transfer.put("asset", code));
            transfer.put("outcome", item.decision().outcome())
                    .put("by", item.decision().by())
                    .put("reason", item.decision().reason());
            ArrayNode stages = transfer.putArray("stages");
            item.stages().forEach(stage -> json(stage, stages.addObject()));
        }
    }

    private static void json(Stage stage, ObjectNode node) {
        node.put("instance", stage.instance())
                .put("component", stage.component())
                .put("digest", PREFIX + stage.digest())
                .put("verdict", stage.verdict())
                .put("reason", stage.reason());
        ArrayNode trace = node.putArray("trace");
        stage.trace().forEach(trace::add);
    }
}
