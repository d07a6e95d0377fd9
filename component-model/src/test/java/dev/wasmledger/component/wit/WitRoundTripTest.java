package dev.wasmledger.component.wit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Definition;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WitPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every package of every input of the reference's WIT parser says the same after it has been a binary: its text with docs
 * and gates, and the definitions that are made from it, those of what it uses among them.
 */
class WitRoundTripTest {

    @TempDir
    private Path folder;

    @Test
    void modelSurvivesTheBinary() throws IOException {
        Path suite = Corpus.suite("wit-parser-ui/crates/wit-parser/tests/ui");
        Map<String, String> failures = new TreeMap<>();
        int total = 0;
        for (Path json : Corpus.files(suite, ".wit.json")) {
            total++;
            String name = suite.relativize(json).toString().replace(".wit.json", "");
            try {
                checkAll(load(suite, name), failures, name);
            } catch (RuntimeException | AssertionError e) {
                failures.put(name, String.valueOf(e.getMessage()));
            }
        }
        Corpus.check("wit-round-trip", total, failures);
    }

    /** A folder with packages in WebAssembly text is read with their binary forms in place of them. */
    private ResolvedWit load(Path suite, String name) throws IOException {
        Path source = suite.resolve(name);
        if (name.equals("kinds-of-deps")) {
            source = KindsOfDeps.inBinary(source, folder);
        } else if (!Files.isDirectory(source)) {
            source = suite.resolve(name + (Files.exists(suite.resolve(name + ".wit")) ? ".wit" : ".wat"));
        }
        return new WitLoader().path(source).features(Set.of("active")).load().orThrow();
    }

    private static void checkAll(ResolvedWit wit, Map<String, String> failures, String name) {
        for (int i = 0; i < wit.packages().size(); i++) {
            var id = new PackageId(i);
            if (!wit.get(id).interfaces().isEmpty() || !wit.get(id).worlds().isEmpty()) {
                check(wit, id);
            } else if (id.equals(wit.root())) {
                failures.put(
                        name,
                        "a root package without interfaces and worlds has no binary form, which names the package in theirs");
            }
        }
    }

    private static void check(ResolvedWit wit, PackageId id) {
        Component binary = WitPackageEncoder.encode(wit, id);
        ResolvedWit decoded = decode(ComponentEncoder.encode(binary));
        assertThat(new WitPrinter(decoded).print(decoded.root())).isEqualTo(new WitPrinter(wit).print(id));
        assertThat(definitions(WitPackageEncoder.encode(decoded, decoded.root())))
                .isEqualTo(definitions(binary));
        assertThat(PackageDocs.of(decoded, decoded.root())).isEqualTo(PackageDocs.of(wit, id));
    }

    /** All but the docs, which are compared as what they mean: a resource's functions may have moved together. */
    private static List<Definition> definitions(Component component) {
        return component
                .definitions()
                .filter(definition -> !(definition instanceof CustomSection))
                .toList();
    }

    private static ResolvedWit decode(byte[] binary) {
        return WitDecoder.decode(
                "binary",
                ComponentValidator.validate("binary", ComponentDecoder.decode("binary", binary), Features.ALL));
    }
}
