package dev.wasmledger.cli;

import dev.wasmledger.cli.service.ImportService;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger import}. */
@Command(
        name = "import",
        header = "Posts a plain-text journal.",
        description = "Reads a journal in plain-text accounting syntax: comments, tags, amounts left out, commodities, "
                + "prices, lots, effective dates. Virtual postings and automated or periodic transactions are left out and "
                + "counted. Whatever else it finds is reported with its place, all of it in one run, and then nothing of "
                + "the file is posted. A transaction in several commodities goes over an account for each of them, "
                + ":conversion:COMMODITY. Importing a file again posts what is new in it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every transaction of the journal is in the books.",
            "1:A policy or the engine refused transactions, or the work failed.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExample:%n",
        footer = "  wasmledger import samples/household/ledger.yaml journal.dat")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Parameters(index = "1", paramLabel = "JOURNAL", description = "The journal, UTF-8.")
    private Path journal = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var output = Output.of(spec);
        ImportService.Result result = new ImportService(TerminalProgress.on(output.err()))
                .run(new ImportService.Request(ledger.file(), journal));
        var printer = new ResultPrinter(output.out());
        printer.postings(result.posting());
        printer.leftOut(result.leftOut());
        printer.head(result.posting());
        output.out().flush();
        return result.posting().isComplete() ? ExitCode.OK : ExitCode.FAILED;
    }
}
