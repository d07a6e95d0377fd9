package dev.wasmledger.cli;

import dev.wasmledger.bindgen.Bindgen;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.wit.WorldId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wasmledger bindgen guest}. */
@Command(
        name = "guest",
        header = "Writes what a component is written with.",
        description = {
            "For each interface an interface in Java to implement, or static methods to call, and the core functions that a "
                    + "component has. The class that implements the exports is yours: where there is none yet, one is "
                    + "written to start from.",
            "With several worlds, each has a folder of its own in DIR."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger bindgen guest --world shop -o guest wit",
            "  wasmledger bindgen guest --world shop --implementation a.Shop -o guest wit"
        })
final class BindgenGuestCommand implements Callable<Integer> {

    enum Language {
        JAVA
    }

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "java",
            description = "Only java is there for guests, and it is the default.")
    private Language language = Language.JAVA;

    @Option(
            names = "--implementation",
            paramLabel = "CLASS",
            description =
                    "The full name of the class that implements what the world exports. Default: Implemented, in the "
                            + "package that --package names.")
    private @Nullable String implementation;

    @Mixin
    private BindgenOptions options = new BindgenOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var worlds = options.load();
        String basePackage = options.basePackage();
        String userClass = implementation == null
                ? basePackage + ".Implemented"
                : options.javaName("--implementation", implementation);
        // Nothing is written before all of it is there.
        Map<Path, List<GeneratedFile>> bindings = new LinkedHashMap<>();
        Map<Path, List<GeneratedFile>> stubs = new LinkedHashMap<>();
        for (WorldId world : worlds.worlds()) {
            Path output = worlds.worlds().size() == 1
                    ? options.output()
                    : options.output().resolve(worlds.wit().get(world).name());
            var request = BindgenRequest.guest(worlds.wit(), world, basePackage, userClass);
            bindings.put(output, generate(request));
            stubs.put(output, Bindgen.stub(request));
        }
        bindings.forEach((output, files) -> {
            var report = new OutputDirectory(output).write(files);
            Output.of(spec).text(BindgenReport.text(output, report));
        });
        stubs.forEach((output, files) -> new OutputDirectory(output).writeMissing(files));
        return ExitCode.OK;
    }

    private List<GeneratedFile> generate(BindgenRequest request) {
        return switch (language) {
            case JAVA -> Bindgen.generate(request);
        };
    }
}
