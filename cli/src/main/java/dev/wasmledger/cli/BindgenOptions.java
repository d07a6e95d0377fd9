package dev.wasmledger.cli;

import dev.wasmledger.bindgen.Language;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitResult;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.WorldSelection;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that write bindings are all given. */
final class BindgenOptions {

    private static final String DEFAULT_PACKAGE = "bindings";

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A .wit file; a folder whose .wit files make up a package, and whose deps holds what it uses; "
                            + "or a jar with packages in META-INF/wit.")
    private Path path = Path.of("wit");

    @Option(
            names = {"-w", "--world"},
            paramLabel = "WORLD",
            description =
                    "The world: its name, or one such as wasi:http/proxy@0.2.0. Default: every world of the package.")
    private @Nullable String world;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to. Files in it that are not generated are left alone; those that an "
                    + "earlier run has written and this one does not are deleted.")
    private Path output = Path.of("generated");

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "java",
            description = "java, or for guests also c or rust. Default: ${DEFAULT-VALUE}.")
    private Language language = Language.JAVA;

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            description = "The Java package that all others go below. Default: bindings.")
    private @Nullable String basePackage;

    @Option(
            names = "--return-results",
            description =
                    "Have functions return a result as a Result. Otherwise they return what there is when it went "
                            + "well, and throw an exception that has the error. For Java alone.")
    private boolean returnResults;

    @Mixin
    private FeatureOptions features = new FeatureOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** WIT, and the worlds of it that are meant. */
    record Worlds(ResolvedWit wit, List<WorldId> worlds) {}

    Path output() {
        return output;
    }

    /** What the bindings are to be written in; options that only Java has are not given with another language. */
    Language language() {
        if (language != Language.JAVA) {
            refuseForOtherThanJava("--package", basePackage != null);
            refuseForOtherThanJava("--return-results", returnResults);
        }
        return language;
    }

    void refuseForOtherThanJava(String option, boolean given) {
        if (given) {
            throw wrong("%s: this is for bindings in Java alone".formatted(option));
        }
    }

    boolean returnResults() {
        return returnResults;
    }

    void requireJava() {
        if (language != Language.JAVA) {
            throw wrong("--lang: hosts are written in java; only guests may be written in something else");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(
                Objects.requireNonNull(command, "picocli sets it").commandLine(), message);
    }

    /** The root package, if it is one. */
    String basePackage() {
        return javaName("--package", basePackage == null ? DEFAULT_PACKAGE : basePackage);
    }

    /** A name with dots, if Java could have it. */
    String javaName(String option, String name) {
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_21)) {
            throw wrong("%s: '%s' is no name that Java could have".formatted(option, name));
        }
        return name;
    }

    /**
     * Loads the WIT and finds the worlds.
     *
     * @throws DiagnosticException if the WIT is wrong, or has no such world, or none at all
     */
    Worlds load() {
        WitResult result = features.loader().path(path).load();
        ResolvedWit wit = result.orThrow();
        if (world != null) {
            return new Worlds(wit, List.of(new WorldSelection(wit, result.roots()).select(Optional.of(world))));
        }
        List<WorldId> all = result.roots().stream()
                .map((PackageId root) -> wit.get(root).worlds().values())
                .flatMap(worlds -> worlds.stream())
                .toList();
        if (all.isEmpty()) {
            throw new DiagnosticException(
                    Diagnostic.error("BND0004", "there is no world in this package", new WholeFile(path.toString()))
                            .withHint("bindings are of worlds: write one that imports or exports the interfaces"));
        }
        return new Worlds(wit, all);
    }
}
