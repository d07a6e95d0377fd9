package dev.wasmledger.cli;

import dev.wasmledger.cli.report.Balances;
import dev.wasmledger.cli.report.BooksView;
import dev.wasmledger.cli.service.OpenLedger;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Ledger;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wasmledger balances}. */
@Command(
        name = "balances",
        header = "Says what each account holds.",
        description =
                "Prints each account with its balance: debits are positive, credits negative. An account that holds "
                        + "several assets, or several lots of one, has a line for each. Accounts with nothing in them are there "
                        + "too.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger balances samples/household/ledger.yaml",
            "  wasmledger balances samples/household/ledger.yaml --tsv | cut -f 1",
            "  wasmledger balances samples/credits/ledger.yaml --all --json"
        })
final class BalancesCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Option(names = "--all", description = "Conversion accounts too.")
    private boolean all;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private @Nullable CommandSpec spec;

    /** How the balances are printed; a table if nothing is said. */
    static final class Form {

        @Option(
                names = "--tsv",
                description = "Account, tab, balance; further balances of an account on lines of their own.")
        private boolean tsv;

        @Option(names = "--json", description = "As JSON, with exact amounts as texts.")
        private boolean json;
    }

    @Override
    public Integer call() throws Exception {
        LedgerFile file = LedgerFile.read(ledger.file());
        Ledger.requireLog(file.state());
        BooksView books;
        var output = Output.of(spec);
        var progress = TerminalProgress.on(output.err()).compiling();
        try (Ledger open = OpenLedger.open(file, OpenLedger.compose(file), progress)) {
            books = BooksView.of(open);
        }
        var balances = new Balances(books, all);
        if (form.json) {
            output.json(balances.json(file.ledger()));
        } else {
            output.text(form.tsv ? balances.tsv() : balances.table());
        }
        return ExitCode.OK;
    }
}
