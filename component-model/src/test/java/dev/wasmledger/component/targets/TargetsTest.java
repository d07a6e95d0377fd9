package dev.wasmledger.component.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.Subtyping;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.component.wit.WitDecoder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {

    private static final Path CASES = Path.of("src/test/resources/targets");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    /** {@code component.wit} has a world that stands for a component, {@code world.wit} the one that it is held against. */
    @ParameterizedTest
    @MethodSource("cases")
    void tellsEachDifference(Path folder) throws IOException {
        List<Difference> differences = Targets.differences(type(folder, "component"), type(folder, "world"));
        String text = DifferenceText.render(differences) + "\n";
        Path expected = folder.resolve("differences.txt");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, text);
        }
        assertThat(text).as("-Dbless=true rewrites %s", expected).isEqualTo(Files.readString(expected));
    }

    private static ComponentType type(Path folder, String name) {
        ResolvedWit wit =
                new WitLoader().path(folder.resolve(name + ".wit")).load().orThrow();
        return Targets.typeOf(
                wit, wit.get(wit.root()).worlds().values().iterator().next());
    }

    @Test
    void componentsFitTheirOwnWorld() {
        List<ValidatedComponent> components = components();
        for (ValidatedComponent component : components) {
            ResolvedWit wit = WitDecoder.decode("component", component);
            assertThat(Targets.differences(
                            component.type(), wit, wit.findWorld("root").orElseThrow()))
                    .isEmpty();
        }
        System.out.printf("targets-own-world: %d of %d%n", components.size(), components.size());
    }

    /** Subtyping decides, and whatever it refuses is told in types. */
    @Test
    void agreesWithSubtyping() {
        List<ComponentType> types =
                components().stream().map(ValidatedComponent::type).toList();
        int fit = 0;
        for (ComponentType component : types) {
            for (ComponentType world : types) {
                boolean fits = Subtyping.mismatch(component, world).isEmpty();
                fit += fits ? 1 : 0;
                assertThat(Targets.collect(component, world).isEmpty()).isEqualTo(fits);
            }
        }
        assertThat(fit).isBetween(types.size(), types.size() * types.size() / 2);
    }

    private static List<ValidatedComponent> components() {
        Path suite = Corpus.suite("wit-component/crates/wit-component/tests/components");
        List<ValidatedComponent> components = new ArrayList<>();
        for (Path file : Corpus.files(suite, "component.wasm")) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                components.add(ComponentValidator.validate(
                        file.toString(), ComponentDecoder.decode(file.toString(), bytes), Features.ALL));
            } catch (DiagnosticException notTakenYet) {
                // The corpora of validation count these.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(components).hasSizeGreaterThan(100);
        return components;
    }
}
