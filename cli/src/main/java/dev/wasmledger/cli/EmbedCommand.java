package dev.wasmledger.cli;

import dev.wasmledger.cli.wasm.WasmFile;
import dev.wasmledger.component.wit.ComponentTypeSection;
import dev.wasmledger.component.wit.StringEncoding;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code wasmledger embed}. */
@Command(
        name = "embed",
        header = "Writes into a core module which world it is for.",
        description =
                "Adds a custom section `component-type` with the type of a WIT world, as guest toolchains do, so that "
                        + "`wasmledger componentize` and other tools know what to make of the module. The module itself stays as it "
                        + "is.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger embed shop.wit core.wasm --world shop -o shop.core.wasm",
            "  wasmledger embed shop.wit core.wasm -w shop --encoding utf16 -o shop.core.wasm"
        })
final class EmbedCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WIT", converter = WitPath.Converter.class, description = WorldOptions.WIT)
    private Path wit = Path.of("");

    @Parameters(index = "1", paramLabel = "MODULE", description = "The core module.")
    private Path module = Path.of("");

    @Mixin
    private WorldOptions world = new WorldOptions();

    @Option(
            names = "--encoding",
            paramLabel = "ENCODING",
            converter = EncodingConverter.class,
            description = "How the module's strings are encoded: utf8 (the default), utf16 or compact-utf16.")
    private StringEncoding encoding = StringEncoding.UTF8;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write the module; may be the module itself.")
    private Path output = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** The names that the reference's command has for encodings. */
    static final class EncodingConverter implements ITypeConverter<StringEncoding> {

        @Override
        public StringEncoding convert(String text) {
            try {
                return StringEncoding.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException("utf8, utf16 or compact-utf16 is expected, and this is " + text);
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        WorldOptions.Chosen chosen = world.load(wit);
        WasmFile file = WasmFile.read(module).requireCoreModule();
        byte[] embedded =
                ComponentTypeSection.of(chosen.wit(), chosen.world(), encoding).embedIn(file.name(), file.bytes());
        WasmFile.write(output, embedded);
        Output.of(spec).text(output + ": " + module + " for the world " + chosen.name() + "\n");
        return ExitCode.OK;
    }
}
