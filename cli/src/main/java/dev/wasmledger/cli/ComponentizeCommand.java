package dev.wasmledger.cli;

import dev.wasmledger.cli.wasm.WasmFile;
import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.composer.Digest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger componentize}. */
@Command(
        name = "componentize",
        header = "Makes a component of a core module.",
        description =
                "Wraps a core module that speaks the canonical ABI into a component of its world: the one that is written "
                        + "into the module (see `wasmledger embed`), or one of the WIT that is given. Each import that the "
                        + "world does not have, each export that is missing and each signature that is another is reported.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger componentize shop.core.wasm -o shop.wasm",
            "  wasmledger componentize core.wasm --wit shop.wit --world shop -o shop.wasm"
        })
final class ComponentizeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODULE", description = "The core module.")
    private Path module = Path.of("");

    @Option(
            names = "--wit",
            paramLabel = "WIT",
            converter = WitPath.Converter.class,
            description = "Where the world is, and then the module's strings are UTF-8. " + WorldOptions.WIT)
    private @Nullable Path wit;

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write the component.")
    private Path output = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        WasmFile file = WasmFile.read(module).requireCoreModule();
        byte[] component = component(file);
        WasmFile.write(output, component);
        Output.of(spec).text(output + "  " + component.length + " bytes  " + Digest.of(component) + "\n");
        return ExitCode.OK;
    }

    private byte[] component(WasmFile file) {
        if (wit == null) {
            return Componentizer.componentize(file.name(), file.bytes());
        }
        WorldOptions.Chosen chosen = world.load(wit);
        return Componentizer.componentize(file.name(), file.bytes(), chosen.wit(), chosen.world());
    }
}
