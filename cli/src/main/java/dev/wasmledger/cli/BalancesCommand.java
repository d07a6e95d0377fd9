package dev.wasmledger.cli;

import dev.wasmledger.cli.report.Balances;
import dev.wasmledger.cli.report.BooksView;
import dev.wasmledger.cli.report.PointInTime;
import dev.wasmledger.cli.service.OpenLedger;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
            "  wasmledger balances samples/credits/ledger.yaml --all --json",
            "  wasmledger balances samples/credits/ledger.yaml --at 3"
        })
final class BalancesCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Option(names = "--all", description = "Conversion accounts too.")
    private boolean all;

    @Option(
            names = "--at",
            paramLabel = "SEQ|TIME",
            converter = AtConverter.class,
            description = "The balances as they were: when that frame of the log was the last one, or at that time, "
                    + "2026-10-31T23:59:59Z for instance.")
    private @Nullable PointInTime at;

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

    /** What {@code --at} says. */
    static final class AtConverter implements ITypeConverter<PointInTime> {

        @Override
        public PointInTime convert(String text) {
            try {
                return PointInTime.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + text + "' is neither the number of a frame nor a time such as 2026-10-31T23:59:59Z");
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        LedgerFile file = LedgerFile.read(ledger.file());
        Ledger.requireLog(file.state());
        BooksView books;
        var output = Output.of(spec);
        var progress = TerminalProgress.on(output.err()).compiling();
        try (Ledger open = OpenLedger.open(file, OpenLedger.compose(file), progress)) {
            OptionalLong time = at == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(at.nanos(open, new WholeFile(file.state().toString())));
            books = BooksView.of(open, time);
        }
        var balances = new Balances(books, all);
        if (form.json) {
            output.json(balances.json(file.ledger(), Optional.ofNullable(at).map(PointInTime::text)));
        } else {
            output.text(form.tsv ? balances.tsv() : balances.table());
        }
        return ExitCode.OK;
    }
}
