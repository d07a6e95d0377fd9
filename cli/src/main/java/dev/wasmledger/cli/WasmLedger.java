package dev.wasmledger.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command itself; all work is its subcommands'. */
@Command(
        name = "wasmledger",
        header = "Ledgers that are put together from WebAssembly components.",
        description =
                "A ledger is a file, ledger.yaml: it names the components that keep the books, the policies in front "
                        + "of them, and the projections behind. The commands about a ledger take that file first; the "
                        + "others work on any component or WIT.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = WasmLedger.Version.class,
        subcommands = {
            RunCommand.class,
            ComposeCommand.class,
            DeployCommand.class,
            ImportCommand.class,
            BalancesCommand.class,
            WhyCommand.class,
            RevertCommand.class,
            LogCommand.class,
            ReplayCommand.class,
            InvokeCommand.class,
            WitCommand.class,
            EmbedCommand.class,
            ComponentizeCommand.class,
            InspectCommand.class,
            ValidateCommand.class,
            TargetsCommand.class,
            BindgenCommand.class,
            WastCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger run samples/credits/ledger.yaml",
            "  wasmledger import samples/household/ledger.yaml journal.dat",
            "  wasmledger balances samples/household/ledger.yaml",
            "  wasmledger wit wit"
        })
public final class WasmLedger {

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print the whole trace of an unexpected error.")
    private boolean verbose;

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, ready to be executed with arguments; exit codes as its help says. */
    public static CommandLine commandLine() {
        var command = new WasmLedger();
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Errors::printUsageError)
                .setExecutionExceptionHandler((error, line, result) -> Errors.print(error, line, command.verbose));
    }

    /** The version of the jar that this runs from; empty where it runs from class files. */
    static Optional<String> version() {
        return Optional.ofNullable(WasmLedger.class.getPackage().getImplementationVersion());
    }

    /** Says it. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"wasmledger " + version().orElse("(not packaged)")};
        }
    }
}
