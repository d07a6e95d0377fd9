package dev.wasmledger.cli;

import dev.wasmledger.cli.wasm.Inspector;
import dev.wasmledger.cli.wasm.Part;
import dev.wasmledger.cli.wasm.PartJson;
import dev.wasmledger.cli.wasm.PartText;
import dev.wasmledger.cli.wasm.WasmFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger inspect}. */
@Command(
        name = "inspect",
        header = "Shows what a component or core module is made of.",
        description = "Prints a tree: what it imports and exports, who made it, its sections with their sizes, and the "
                + "components and core modules in it, each with its digest. A file that is not valid is shown as far as "
                + "it can be read.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {"  wasmledger inspect shop.wasm", "  wasmledger inspect shop.wasm --json"})
final class InspectCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A component, a core module, or a WIT package in binary form.")
    private Path path = Path.of("");

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        WasmFile file = WasmFile.read(path);
        Part part = Inspector.inspect(file);
        if (json) {
            Output.of(spec).json(PartJson.of(file.name(), part));
        } else {
            Output.of(spec).text(PartText.print(file.name(), part));
        }
        return ExitCode.OK;
    }
}
