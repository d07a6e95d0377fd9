package dev.wasmledger.cli;

import dev.wasmledger.bindgen.BindgenRequest;
import dev.wasmledger.bindgen.GuestTemplate;
import dev.wasmledger.bindgen.Language;
import dev.wasmledger.bindgen.OutputDirectory;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WorldId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
            "In Java: a project that Maven builds to a component. For each interface there is one to implement, or static "
                    + "methods to call. The POM and the class that implements the exports are yours, and are written only "
                    + "where there are none yet.",
            "In C: a project; its script build.sh makes the component with clang and this command. What is in its "
                    + "folder src is yours, and is written only where there is nothing yet.",
            "In Rust: a project; its script build.sh makes the component with cargo and this command. Cargo.toml and "
                    + "src/lib.rs are yours, and are written only where there are none yet.",
            "With several worlds, each has a folder of its own in DIR."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.OK_TEXT, ExitCode.WRONG_INPUT_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger bindgen guest --world shop -o guest wit",
            "  wasmledger bindgen guest --world shop --implementation a.Shop -o guest wit",
            "  wasmledger bindgen guest --lang c --world shop -o guest wit",
            "  wasmledger bindgen guest --lang rust --world shop -o guest wit"
        })
final class BindgenGuestCommand implements Callable<Integer> {

    /** What a POM says where this does not run from its jar. */
    private static final String UNPACKAGED = "unpackaged";

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
        Language language = options.language();
        if (language != Language.JAVA) {
            options.refuseForOtherThanJava("--implementation", implementation != null);
        }
        var worlds = options.load();
        // Nothing is written before all of it is there.
        Map<Path, GuestTemplate> templates = new LinkedHashMap<>();
        for (WorldId world : worlds.worlds()) {
            Path output = worlds.worlds().size() == 1
                    ? options.output()
                    : options.output().resolve(worlds.wit().get(world).name());
            templates.put(output, template(language, worlds.wit(), world));
        }
        templates.forEach((output, template) -> new OutputDirectory(output).check(template.generated()));
        templates.forEach((output, template) -> {
            var directory = new OutputDirectory(output);
            Output.of(spec).text(BindgenReport.text(output, directory.write(template.generated())));
            directory.writeMissing(template.own());
        });
        return ExitCode.OK;
    }

    private GuestTemplate template(Language language, ResolvedWit wit, WorldId world) {
        return switch (language) {
            case JAVA -> java(wit, world);
            case C -> GuestTemplate.c(wit, world);
            case RUST -> GuestTemplate.rust(wit, world);
        };
    }

    private GuestTemplate java(ResolvedWit wit, WorldId world) {
        String basePackage = options.basePackage();
        String userClass = implementation == null
                ? basePackage + ".Implemented"
                : options.javaName("--implementation", implementation);
        var request =
                BindgenRequest.guest(wit, world, basePackage, userClass).returningResults(options.returnResults());
        return GuestTemplate.java(request, WasmLedger.version().orElse(UNPACKAGED));
    }
}
