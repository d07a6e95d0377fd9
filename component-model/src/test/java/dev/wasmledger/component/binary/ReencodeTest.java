package dev.wasmledger.component.binary;

import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.corpus.Manifests;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every valid component of the reference's test data, decoded and encoded again, is the same bytes. */
class ReencodeTest {

    @Test
    void scripts() throws IOException {
        reencode(
                "reencode-wast-manifests",
                Corpus.suite("wast-manifests"),
                Manifests.commands("module", "module_definition").stream()
                        .map(Manifests.Command::file)
                        .toList());
    }

    @Test
    void componentized() throws IOException {
        Path suite = Corpus.suite("wit-component");
        reencode("reencode-wit-component", suite, Corpus.files(suite, ".wasm"));
    }

    private static void reencode(String name, Path suite, List<Path> files) throws IOException {
        Map<String, String> failures = new TreeMap<>();
        int total = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (ComponentDecoder.isCoreModule(bytes)) {
                continue;
            }
            total++;
            try {
                byte[] encoded = ComponentEncoder.encode(ComponentDecoder.decode(file.toString(), bytes.clone()));
                if (!Arrays.equals(bytes, encoded)) {
                    failures.put(suite.relativize(file).toString(), "differs at " + Arrays.mismatch(bytes, encoded));
                }
            } catch (DiagnosticException e) {
                failures.put(
                        suite.relativize(file).toString(),
                        e.diagnostics().getFirst().message());
            }
        }
        Corpus.check(name, total, failures);
    }
}
