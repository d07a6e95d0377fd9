package dev.wasmledger.wit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.wasmledger.wit.diagnostic.DiagnosticJson;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes of a file, the answer is a model or diagnostics. As a test it runs over the seeds and over what
 * fuzzing found before, which lies among the resources; {@code -Pfuzz} makes it fuzz.
 */
class WitFuzzTest {

    /** The whole language, the cases of this module and, where they are there, the inputs of the reference parser. */
    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path folder : List.of(
                Path.of("src/test/resources/everything.wit"),
                Path.of("src/test/resources/cases"),
                Path.of(System.getProperty("conformance.dir", "../../shared/conformance"), "wit-parser-ui"))) {
            if (Files.exists(folder)) {
                addFiles(folder, seeds);
            }
        }
        return seeds.stream();
    }

    private static void addFiles(Path folder, List<byte[]> seeds) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".wit"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
    }

    @MethodSource("seeds")
    @FuzzTest
    void whateverIsReadIsAnswered(byte[] file) {
        String text = new String(file, UTF_8);
        WitResult result = new WitLoader().text("fuzzed.wit", text).load();

        assertThat(result.wit().isPresent()).isEqualTo(result.diagnostics().isEmpty());
        DiagnosticRenderer.render(result.diagnostics());
        DiagnosticJson.write(result.diagnostics());
        result.wit().ifPresent(WitFuzzTest::checkModel);
    }

    private static void checkModel(ResolvedWit wit) {
        new WitPrinter(wit).printJson();
        new WitFormat(wit).check(wit.root());
        checkPrinted(wit);
        for (int i = 0; i < wit.worlds().size(); i++) {
            checkPrinted(wit.only(new WorldId(i)));
        }
    }

    private static void checkPrinted(ResolvedWit wit) {
        String printed = new WitPrinter(wit).printAll();
        Optional<String> again = new WitLoader()
                .text("printed.wit", printed)
                .allFeatures()
                .load()
                .wit()
                .map(model -> new WitPrinter(model).printAll());
        assertThat(again).contains(printed);
    }
}
