package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.cli.booking.StoppedException;
import dev.wasmledger.cli.proof.TransactionName;
import dev.wasmledger.cli.service.OpenLedger;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.Reversal;
import dev.wasmledger.ledger.U128s;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger revert}. */
@Command(
        name = "revert",
        header = "Takes a transaction back.",
        description =
                "Posts a transaction of today's date (UTC) whose transfers are those of the other one with debit and "
                        + "credit exchanged. Policies are asked about it as about any other. A transaction is taken back once: asked again, "
                        + "the command says by which one, and does nothing.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The transaction is taken back, now or before.",
            "1:There is no such transaction, or a component said no, or failed.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger revert samples/credits/ledger.yaml usage-acme-1002",
            "  wasmledger revert samples/credits/ledger.yaml usage-acme-1002 --json"
        })
final class RevertCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Parameters(index = "1", paramLabel = "TX", description = TransactionName.DESCRIPTION)
    private String transaction = "";

    @Option(
            names = "--id",
            paramLabel = "ID",
            description =
                    "The id of the transaction that takes it back, a number or a text; one that follows from TX if nothing "
                            + "is said. For another attempt, where the first one was refused and its ids are used up.")
    private @Nullable String id;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LedgerFile file = LedgerFile.read(ledger.file());
        Ledger.requireLog(file.state());
        var output = Output.of(spec);
        var progress = TerminalProgress.on(output.err()).compiling();
        Reversal reversal;
        try (Ledger open = OpenLedger.open(file, OpenLedger.compose(file), progress)) {
            reversal = revert(open);
        }
        if (reversal instanceof Reversal.Stopped(var verdict)) {
            throw new StoppedException(verdict);
        }
        if (json) {
            output.json(json(file.ledger(), reversal));
        } else {
            output.text(text(reversal) + System.lineSeparator());
        }
        return reversal instanceof Reversal.Reverted || reversal instanceof Reversal.AlreadyReverted
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    private Reversal revert(Ledger open) throws IOException, QueryFailedException {
        Reversal reversal = new Reversal.NotFound();
        for (U128 candidate : TransactionName.ids(transaction)) {
            if (reversal instanceof Reversal.NotFound) {
                reversal = id == null
                        ? open.revert(candidate)
                        : open.revert(candidate, TransactionName.ids(id).getLast(), LocalDate.now(ZoneOffset.UTC));
            }
        }
        return reversal;
    }

    private String text(Reversal reversal) {
        return switch (reversal) {
            case Reversal.Reverted(U128 by) ->
                "reverted: " + transaction + ", by transaction " + U128s.toBigInteger(by);
            case Reversal.AlreadyReverted(U128 by) ->
                "reverted before: " + transaction + ", by transaction " + U128s.toBigInteger(by);
            case Reversal.NotFound() -> "not found: the books have no transaction " + transaction;
            case Reversal.Vetoed(String policy, String reason) ->
                "vetoed: " + transaction + "\n    " + policy + ": " + reason;
            case Reversal.Refused(U128 transfer, TransferStatus status) ->
                "refused: " + transaction + "\n    the opposite of transfer " + U128s.toBigInteger(transfer) + ": "
                        + name(status, ' ')
                        + hint(status).map(hint -> "\n    " + hint).orElse("");
            case Reversal.Stopped stopped -> throw new IllegalStateException("told as a failure");
        };
    }

    private static Optional<String> hint(TransferStatus status) {
        return switch (status) {
            case ID_ALREADY_FAILED -> Optional.of("it was refused before; another attempt needs another --id");
            case TRANSFERS_MUST_BE_THE_REVERSE ->
                Optional.of("what is pending, and what gives it back, cannot be taken back: post it, or void it");
            default -> Optional.empty();
        };
    }

    private ObjectNode json(String name, Reversal reversal) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("ledger", name).put("transaction", transaction);
        switch (reversal) {
            case Reversal.Reverted(U128 by) ->
                outcome(node, "reverted").put("by", U128s.toBigInteger(by).toString());
            case Reversal.AlreadyReverted(U128 by) ->
                outcome(node, "reverted-before")
                        .put("by", U128s.toBigInteger(by).toString());
            case Reversal.NotFound() -> outcome(node, "not-found");
            case Reversal.Vetoed(String policy, String reason) ->
                outcome(node, "vetoed").put("policy", policy).put("reason", reason);
            case Reversal.Refused(U128 transfer, TransferStatus status) ->
                outcome(node, "refused")
                        .put("transfer", U128s.toBigInteger(transfer).toString())
                        .put("status", name(status, '-'));
            case Reversal.Stopped stopped -> throw new IllegalStateException("told as a failure");
        }
        return node;
    }

    private static ObjectNode outcome(ObjectNode node, String outcome) {
        return node.put("outcome", outcome);
    }

    private static String name(TransferStatus status, char between) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', between);
    }
}
