package dev.wasmledger.component.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The reference's WIT packages in their binary form: ours is valid, and the same as the reference's, section for section. */
class WitPackageEncoderTest {

    @Test
    void sameAsTheReference() throws IOException {
        Path suite = Corpus.suite("wit-component/crates/wit-component/tests/interfaces");
        Map<String, String> failures = new TreeMap<>();
        List<Path> binaries = Corpus.files(suite, ".wasm");
        for (Path binary : binaries) {
            String name = suite.relativize(binary).toString();
            try {
                compare(binary, wit(binary), name, failures);
            } catch (RuntimeException e) {
                failures.put(name, String.valueOf(e.getMessage()));
            }
        }
        Corpus.check("encode-wit-packages", binaries.size(), failures);
    }

    private static void compare(Path binary, ResolvedWit wit, String name, Map<String, String> failures)
            throws IOException {
        Component ours = WitPackageEncoder.encode(wit, wit.root());
        byte[] encoded = ComponentEncoder.encode(ours);
        ComponentValidator.validate(name, ComponentDecoder.decode(name, encoded), Features.ALL);
        Component expected = ComponentDecoder.decode(name, Files.readAllBytes(binary));
        // Who made it is the one thing that must differ; docs are compared byte for byte, as all else.
        List<Section> theirs = withoutProducers(expected);
        List<Section> actual = withoutProducers(ComponentDecoder.decode(name, encoded));
        for (int i = 0; i < Math.max(theirs.size(), actual.size()); i++) {
            if (i >= theirs.size() || i >= actual.size() || !theirs.get(i).equals(actual.get(i))) {
                failures.put(name, "section " + i + " differs");
                return;
            }
        }
        assertThat(producers(expected).fields())
                .containsExactly(new Producers.Field(
                        "processed-by", List.of(new Producers.Tool("wit-component", "$CARGO_PKG_VERSION"))));
        assertThat(producers(ours)).isEqualTo(Producers.wasmledger());
    }

    private static List<Section> withoutProducers(Component component) {
        return component.sections().stream()
                .filter(section -> !(section.entries().getFirst().definition() instanceof CustomSection custom
                        && custom.name().equals(Producers.SECTION)))
                .toList();
    }

    private static Producers producers(Component component) {
        return component
                .definitions()
                .filter(CustomSection.class::isInstance)
                .map(CustomSection.class::cast)
                .filter(custom -> custom.name().equals(Producers.SECTION))
                .map(custom -> Producers.decode("producers", custom.data().toByteArray()))
                .findFirst()
                .orElseThrow();
    }

    private static ResolvedWit wit(Path binary) {
        String name = binary.getFileName().toString().replace(".wasm", "");
        Path folder = binary.resolveSibling(name);
        Path source = Files.isDirectory(folder) ? folder : binary.resolveSibling(name + ".wit");
        return new WitLoader().path(source).allFeatures().load().orThrow();
    }
}
