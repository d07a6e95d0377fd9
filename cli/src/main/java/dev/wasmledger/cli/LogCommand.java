package dev.wasmledger.cli;

import picocli.CommandLine.Command;

/** {@code wasmledger log}: what there is to do with a ledger's log. */
@Command(
        name = "log",
        header = "Looks at a ledger's log.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {LogShowCommand.class, LogVerifyCommand.class, LogProveCommand.class, LogCheckProofCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExample:%n",
        footer = "  wasmledger log verify samples/credits/ledger.yaml")
final class LogCommand {}
