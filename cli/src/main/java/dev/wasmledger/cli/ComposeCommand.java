package dev.wasmledger.cli;

import dev.wasmledger.cli.service.OpenLedger;
import dev.wasmledger.composer.LedgerFile;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wasmledger compose}. */
@Command(
        name = "compose",
        header = "Links a ledger's components into one.",
        description =
                "Writes ledger.wasm, one ordinary component, and ledger.lock, which names each part's digest and who "
                        + "satisfies which import, beside the ledger's file, and prints how it is put together.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExample:%n",
        footer = "  wasmledger compose samples/credits/ledger.yaml")
final class ComposeCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Output.of(spec).out();
        new ResultPrinter(out).composition(OpenLedger.composeAndWrite(LedgerFile.read(ledger.file())));
        out.flush();
        return ExitCode.OK;
    }
}
