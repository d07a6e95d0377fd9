package dev.wasmledger.cli;

import dev.wasmledger.cli.wasm.BinaryWit;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitFormat;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.WitResult;
import dev.wasmledger.wit.WorldSelection;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.DiagnosticJson;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import dev.wasmledger.wit.diagnostic.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger wit}. */
@Command(
        name = "wit",
        header = "Prints WIT in its canonical form, or says what is wrong with it.",
        description =
                "Reads WIT packages, puts every name to what it means, and prints the package as a file that stands "
                        + "alone: the packages that it uses are nested in it. Comments in front of an item stay, as docs, and "
                        + "worlds are printed with all that they imply.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:With --check: the WIT is right, but not written as it is printed.",
            "2:The arguments or the WIT are wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger wit wit",
            "  wasmledger wit wit --world shop",
            "  wasmledger wit wit --all-features --json",
            "  wasmledger wit --check wit",
            "  wasmledger wit --check --diagnostics json wit/shop.wit"
        })
final class WitCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            converter = WitPath.Converter.class,
            description =
                    "A .wit file; a folder whose .wit files make up a package, and whose deps holds what it uses; a "
                            + "jar with packages in META-INF/wit; mvn:group:artifact:version, such a jar in the local Maven "
                            + "repository; or a .wasm file: a package in binary form, a component, or a core module that says "
                            + "its world. Each may use the packages of those before it; the last is printed.")
    private List<Path> paths = List.of();

    @Option(
            names = "--world",
            paramLabel = "WORLD",
            description = "Only this world, and what it needs: its name, or one such as wasi:http/proxy@0.2.0, whose "
                    + "version may be left out where there is only one.")
    private @Nullable String world;

    @Mixin
    private FeatureOptions features = new FeatureOptions();

    @Option(
            names = "--diagnostics",
            paramLabel = "FORMAT",
            description =
                    "How to say what is wrong: text, on standard error, or json, on standard output, for editors. "
                            + "Default: text.")
    private DiagnosticFormat diagnosticFormat = DiagnosticFormat.TEXT;

    @Option(
            names = "--merge-imports",
            description = "Of several imports of an interface in compatible versions, keep the newest. Needs --world.")
    private boolean mergeImports;

    @ArgGroup
    private Form form = new Form();

    @Spec
    private @Nullable CommandSpec spec;

    /** What is printed; WIT if nothing is said. */
    static final class Form {

        @Option(
                names = "--json",
                description = "The resolved model as JSON, as `wasm-tools component wit --json` has it.")
        private boolean json;

        @Option(
                names = "--check",
                description = "Print nothing but what is wrong, which a file is too that is not written as it is "
                        + "printed. Comments may have two slashes where three are printed.")
        private boolean check;
    }

    enum DiagnosticFormat {
        TEXT,
        JSON
    }

    @Override
    public Integer call() {
        if (mergeImports && world == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), "--merge-imports needs --world");
        }
        try {
            WitResult result = load(false);
            ResolvedWit wit = result.orThrow();
            Optional<ResolvedWit> chosen = Optional.ofNullable(world)
                    .map(name -> new WorldSelection(wit, result.roots()).select(Optional.of(name)))
                    .map(id -> mergeImports ? wit.withCompatibleImportsMerged(id) : wit.only(id));
            if (form.check) {
                return report(check(result));
            }
            var printer = new WitPrinter(chosen.orElse(wit));
            Output.of(spec).text(form.json ? printer.printJson() + "\n" : printer.printAll());
            return ExitCode.OK;
        } catch (DiagnosticException wrong) {
            return report(wrong.diagnostics());
        }
    }

    private WitResult load(boolean withAllFeatures) {
        Optional<ResolvedWit> binary = BinaryWit.worldOf(paths.getLast());
        if (binary.isPresent()) {
            ResolvedWit read = form.json ? BinaryWit.asText(paths.getLast(), binary.get()) : binary.get();
            return new WitResult(Optional.of(read), List.of(), List.of(read.root()));
        }
        var loader = features.loader();
        if (withAllFeatures) {
            loader.allFeatures();
        }
        paths.forEach(loader::path);
        return loader.load();
    }

    /** Whether what was given is written as it is printed; for that, nothing may hide behind a gate. */
    private List<Diagnostic> check(WitResult result) {
        WitResult whole = features.all() ? result : load(true);
        List<Diagnostic> diagnostics = new ArrayList<>(result.diagnostics());
        var format = new WitFormat(whole.orThrow());
        for (PackageId root : whole.roots()) {
            diagnostics.addAll(format.check(root));
        }
        return diagnostics;
    }

    private int report(List<Diagnostic> diagnostics) {
        var output = Output.of(spec);
        if (diagnosticFormat == DiagnosticFormat.JSON) {
            output.text(DiagnosticJson.write(diagnostics) + "\n");
        } else if (!diagnostics.isEmpty()) {
            output.err().println(DiagnosticRenderer.render(diagnostics));
            output.err().flush();
        }
        if (diagnostics.isEmpty()) {
            return ExitCode.OK;
        }
        boolean wrong = diagnostics.stream().anyMatch(one -> one.severity() == Severity.ERROR);
        return wrong ? ExitCode.WRONG_INPUT : ExitCode.FAILED;
    }
}
