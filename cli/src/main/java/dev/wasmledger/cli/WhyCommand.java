package dev.wasmledger.cli;

import dev.wasmledger.cli.proof.TransactionName;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.TransactionPath;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger why}. */
@Command(
        name = "why",
        header = "Says how a transaction came to what it is.",
        description =
                "Prints, for each command of the log that asks for the transaction, the components that it went through, with "
                        + "their digests, what each did with it and why, and what became of it; and what happened to it later. The "
                        + "log has the outcome; for the rest, the components that decided are asked again, over the books as they "
                        + "were then. Refused transactions are in the log, too, each refusal once.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:No frame of the log names the transaction, or it cannot be read.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger why samples/credits/ledger.yaml usage-acme-bulk",
            "  wasmledger why samples/credits/ledger.yaml usage-acme-1002 --json"
        })
final class WhyCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Parameters(index = "1", paramLabel = "TX", description = TransactionName.DESCRIPTION)
    private String transaction = "";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LedgerFile file = LedgerFile.read(ledger.file());
        var output = Output.of(spec);
        TransactionPath path = TransactionPath.find(
                file.state(),
                TransactionName.ids(transaction),
                file.limits(),
                TerminalProgress.on(output.err()).verifying());
        if (path.requests().isEmpty() && path.later().isEmpty()) {
            output.err().println("no frame of the log in " + file.state() + " names a transaction " + transaction);
            output.err()
                    .println(
                            "  hint: what the ledger was asked for is there, refused or not; it was not asked for this, or this "
                                    + "moves nothing. `wasmledger run` says what comes of the file's transactions now");
            output.err().flush();
            return ExitCode.FAILED;
        }
        var report = new PathReport(transaction, path);
        if (json) {
            output.json(report.json());
        } else {
            output.text(report.text());
        }
        return ExitCode.OK;
    }
}
