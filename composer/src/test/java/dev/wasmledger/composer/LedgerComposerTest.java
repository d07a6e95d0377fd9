package dev.wasmledger.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.composer.CompositionTree.Branch;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerComposerTest {

    private static final Path WIT = Path.of("src", "test", "resources", "link", "wit");

    /** Holds one file for each world of the test's WIT, a class path with shipped components, and a Maven repository. */
    @TempDir
    static Path folder;

    private static URLClassLoader shipped;
    private static LedgerComposer composer;

    @BeforeAll
    static void makeComponents() throws IOException {
        ResolvedWit wit = wit();
        for (var world : wit.get(wit.root()).worlds().entrySet()) {
            Files.write(folder.resolve(world.getKey() + ".wasm"), StubGuest.component(wit, world.getValue()));
        }
        Files.writeString(folder.resolve("notes.wasm"), "no component at all");
        Files.write(folder.resolve("core.wasm"), CoreAssembler.assemble(List.of()));
        for (String name : List.of("engine", "gate", "spending-limit")) {
            copy(name, "META-INF/wasmledger/components/wasmledger/" + name + "/0.1.0.wasm");
        }
        copy("rates-newer", "repository/com/acme/rates-newer/1.3.0/rates-newer-1.3.0.wasm");
        shipped = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        composer = new LedgerComposer(new ComponentStore(shipped, folder.resolve("repository")));
    }

    private static ResolvedWit wit() throws IOException {
        var loader = new WitLoader();
        try (Stream<Path> packages = Files.list(WIT.resolve("packages"))) {
            packages.sorted().forEach(loader::library);
        }
        return loader.path(WIT.resolve("parts.wit")).load().orThrow();
    }

    private static void copy(String component, String place) throws IOException {
        Path target = folder.resolve(place);
        Files.createDirectories(target.getParent());
        Files.copy(folder.resolve(component + ".wasm"), target);
    }

    @AfterAll
    static void close() throws IOException {
        shipped.close();
    }

    static List<Path> cases() throws IOException {
        return Expected.cases("link/cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void linksOrSaysWhatIsWrong(Path path) throws IOException {
        LedgerFile file = inFolder(path);
        String actual;
        try {
            actual = describe(composer.compose(file));
        } catch (DiagnosticException e) {
            actual = e.getMessage() + "\n";
        }
        String portable = actual.replace(folder + "/", "").replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
        Expected.check(path.resolve("expected.txt"), portable);
    }

    private static LedgerFile inFolder(Path path) throws IOException {
        Path copy = folder.resolve("ledger.yaml");
        Files.writeString(copy, Files.readString(path.resolve("ledger.yaml")));
        return LedgerFile.read(copy);
    }

    private static String describe(Composition composition) {
        var out = new StringBuilder(composition.tree().ledger()).append('\n');
        composition.tree().branches().forEach(branch -> describe(branch, "  ", out));
        composition.rootNames().forEach(name -> out.append(name).append('\n'));
        composition
                .instances()
                .forEach(instance -> out.append(instance.name())
                        .append(" config ")
                        .append(instance.config())
                        .append('\n'));
        return out.append(composition.lock()).toString();
    }

    private static void describe(Branch branch, String indent, StringBuilder out) {
        out.append(indent)
                .append(branch.label())
                .append(": ")
                .append(branch.instance())
                .append(" (")
                .append(branch.component().text())
                .append(") host ")
                .append(branch.host())
                .append(branch.repeated() ? " …" : "")
                .append('\n');
        branch.branches().forEach(inner -> describe(inner, indent + "  ", out));
    }

    @Test
    void theSameLedgerGivesTheSameBytes() throws IOException {
        LedgerFile file = inFolder(Path.of("src", "test", "resources", "link", "cases", "credits"));
        Composition first = composer.compose(file);
        Composition second = composer.compose(file);
        assertThat(second.component()).isEqualTo(first.component());
        assertThat(second.lock()).isEqualTo(first.lock());
        assertThat(first.digest()).isEqualTo(Digest.of(first.component()));
    }

    @Test
    void theWrittenComponentIsValidAndSaysWhatItsNamesStandFor() throws IOException {
        LedgerFile file = inFolder(Path.of("src", "test", "resources", "link", "cases", "credits"));
        composer.compose(file).writeTo(folder);
        var component = ComponentDecoder.decode("ledger.wasm", Files.readAllBytes(folder.resolve("ledger.wasm")));
        ComponentValidator.validate("ledger.wasm", component, Features.DEFAULT);
        String names = component
                .definitions()
                .filter(CustomSection.class::isInstance)
                .map(CustomSection.class::cast)
                .filter(custom -> custom.name().equals("wasmledger:root-names"))
                .map(custom -> new String(custom.data().toByteArray(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        assertThat(names)
                .contains("\"state-engine\":{\"interface\":\"wasmledger:host/state@0.1.0\",\"instance\":\"engine\"}")
                .contains("\"ledger\":{\"interface\":\"wasmledger:ledger/ledger@0.1.0\""
                        + ",\"instance\":\"gate-spending-limit\"}");
        assertThat(Files.readString(folder.resolve("ledger.lock"))).startsWith("#");
    }

    @Test
    void saysThatAFolderIsInTheWay() throws IOException {
        LedgerFile file = inFolder(Path.of("src", "test", "resources", "link", "cases", "credits"));
        Path taken = folder.resolve("taken");
        Files.createDirectories(taken.resolve("ledger.lock"));
        assertThatExceptionOfType(DiagnosticException.class)
                .isThrownBy(() -> composer.compose(file).writeTo(taken))
                .withMessageContaining("ledger.lock: error[COMPOSE0315]: this is a folder");
        assertThat(taken.resolve("ledger.wasm")).doesNotExist();
    }
}
