package dev.wasmledger.cli;

import picocli.CommandLine.Command;

/** {@code wasmledger bindgen}. */
@Command(
        name = "bindgen",
        header = "Writes bindings for WIT worlds.",
        description = "Hosts run components and provide what they import; guests are the components.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {BindgenHostCommand.class, BindgenGuestCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger bindgen host --world shop -o generated wit",
            "  wasmledger bindgen guest --world shop -o guest wit"
        })
final class BindgenCommand {}
