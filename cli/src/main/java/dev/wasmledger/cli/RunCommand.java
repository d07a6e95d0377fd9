package dev.wasmledger.cli;

import dev.wasmledger.cli.service.DryRunService;
import dev.wasmledger.cli.service.RunService;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wasmledger run}. */
@Command(
        name = "run",
        header = "Links a ledger, runs it, and posts its transactions.",
        description =
                "Links the components that the file names into one, ledger.wasm (with ledger.lock beside it), runs it "
                        + "over the ledger's state, posts the file of transactions, and prints what came of them, the trial "
                        + "balance, the projections' reports, and the head of the log. Transactions that are in the books already "
                        + "stay as they are. That a policy vetoes a transaction, or the engine refuses it, is a result and no "
                        + "failure.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger run samples/credits/ledger.yaml",
            "  wasmledger run samples/credits/ledger.yaml --dry-run"
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Option(
            names = "--dry-run",
            description =
                    "Only say what would become of each transaction, which component would decide it, and how components came "
                            + "to it. Log, tables, and the files beside the ledger's stay as they are.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var output = Output.of(spec);
        if (dryRun) {
            var service = new DryRunService(TerminalProgress.on(output.err()));
            new DryRunPrinter(output.out())
                    .print(service.run(ledger.file(), new ResultPrinter(output.out())::composition));
            return ExitCode.OK;
        }
        var service = new RunService(TerminalProgress.on(output.err()));
        var printer = new ResultPrinter(output.out());
        RunService.Result result = service.run(ledger.file(), printer::composition);
        printer.postings(result.posting());
        printer.books(result.books(), result.projections());
        printer.head(result.posting());
        output.out().flush();
        return ExitCode.OK;
    }
}
