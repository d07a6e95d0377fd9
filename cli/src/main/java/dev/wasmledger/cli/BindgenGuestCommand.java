package dev.wasmledger.cli;

import dev.wasmledger.bindgen.Bindgen;
import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GeneratedFile;
import dev.wasmledger.bindgen.GuestTemplate;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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
            "In Java: for each interface one to implement, or static methods to call, and the core functions that a "
                    + "component has. The class that implements the exports is yours: where there is none yet, one is "
                    + "written to start from.",
            "In C: a project; its script build.sh makes the component with clang and this command. What is in its "
                    + "folder src is yours, and is written only where there is nothing yet.",
            "With several worlds, each has a folder of its own in DIR."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger bindgen guest --world shop -o guest wit",
            "  wasmledger bindgen guest --world shop --implementation a.Shop -o guest wit",
            "  wasmledger bindgen guest --lang c --world shop -o guest wit"
        })
final class BindgenGuestCommand implements Callable<Integer> {

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
        return switch (options.language()) {
            case JAVA -> writeJava();
            case C -> writeTemplates(GuestTemplate::c);
        };
    }

    private int writeTemplates(BiFunction<ResolvedWit, WorldId, GuestTemplate> language) {
        options.refuseForOtherThanJava("--implementation", implementation);
        var worlds = options.load();
        // Nothing is written before all of it is there.
        Map<Path, GuestTemplate> templates = new LinkedHashMap<>();
        for (WorldId world : worlds.worlds()) {
            templates.put(output(worlds, world), language.apply(worlds.wit(), world));
        }
        templates.forEach((output, template) -> {
            var directory = new OutputDirectory(output);
            Output.of(spec).text(BindgenReport.text(output, directory.write(template.generated())));
            directory.writeMissing(template.own());
        });
        return ExitCode.OK;
    }

    private Path output(BindgenOptions.Worlds worlds, WorldId world) {
        return worlds.worlds().size() == 1
                ? options.output()
                : options.output().resolve(worlds.wit().get(world).name());
    }

    private int writeJava() {
        var worlds = options.load();
        String basePackage = options.basePackage();
        String userClass = implementation == null
                ? basePackage + ".Implemented"
                : options.javaName("--implementation", implementation);
        // Nothing is written before all of it is there.
        Map<Path, List<GeneratedFile>> bindings = new LinkedHashMap<>();
        Map<Path, List<GeneratedFile>> stubs = new LinkedHashMap<>();
        for (WorldId world : worlds.worlds()) {
            Path output = output(worlds, world);
            var request = BindgenRequest.guest(worlds.wit(), world, basePackage, userClass);
            bindings.put(output, Bindgen.generate(request));
            stubs.put(output, Bindgen.stub(request));
        }
        bindings.forEach((output, files) -> {
            var report = new OutputDirectory(output).write(files);
            Output.of(spec).text(BindgenReport.text(output, report));
        });
        stubs.forEach((output, files) -> new OutputDirectory(output).writeMissing(files));
        return ExitCode.OK;
    }
}
