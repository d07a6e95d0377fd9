package dev.wasmledger.component.wit;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The reference's WIT packages in their binary form: ours is valid, and the same as the reference's. */
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
        ComponentValidator.validate(name, ComponentDecoder.decode(name, encoded), EnumSet.allOf(Feature.class));
        List<Definition> expected = definitions(ComponentDecoder.decode(name, Files.readAllBytes(binary)));
        List<Definition> actual = definitions(ours);
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            if (i >= expected.size() || i >= actual.size() || !expected.get(i).equals(actual.get(i))) {
                failures.put(name, "definition " + i + " differs");
                return;
            }
        }
    }

    private static ResolvedWit wit(Path binary) {
        String name = binary.getFileName().toString().replace(".wasm", "");
        Path folder = binary.resolveSibling(name);
        Path source = Files.isDirectory(folder) ? folder : binary.resolveSibling(name + ".wit");
        return new WitLoader().path(source).allFeatures().load().orThrow();
    }

    /** Custom sections tell who wrote the file, and carry docs: they are another matter. */
    private static List<Definition> definitions(Component component) {
        return component
                .definitions()
                .filter(definition -> !(definition instanceof CustomSection))
                .toList();
    }
}
