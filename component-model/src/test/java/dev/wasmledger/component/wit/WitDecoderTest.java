package dev.wasmledger.component.wit;

import static java.util.stream.Collectors.joining;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The reference's components and WIT packages, printed as WIT as the reference prints them. */
class WitDecoderTest {

    @Test
    void packages() throws IOException {
        Path suite = Corpus.suite("wit-component/crates/wit-component/tests/interfaces");
        check("decode-wit-packages", suite, Corpus.files(suite, ".wasm"));
    }

    @Test
    void components() throws IOException {
        Path suite = Corpus.suite("wit-component/crates/wit-component/tests/components");
        check("decode-component-worlds", suite, Corpus.files(suite, "component.wasm"));
    }

    private static void check(String name, Path suite, List<Path> binaries) throws IOException {
        Map<String, String> failures = new TreeMap<>();
        int total = 0;
        for (Path binary : binaries) {
            Path printed = Path.of(binary.toString().replace(".wasm", ".wit.print"));
            if (Files.exists(printed)) {
                total++;
                String file = suite.relativize(binary).toString();
                try {
                    ResolvedWit wit = decode(binary);
                    String expected = words(Files.readString(printed));
                    if (!words(new WitPrinter(wit).print(wit.root())).equals(expected)) {
                        failures.put(file, "prints differently");
                    }
                } catch (RuntimeException e) {
                    failures.put(file, String.valueOf(e.getMessage()));
                }
            }
        }
        Corpus.check(name, total, failures);
    }

    private static ResolvedWit decode(Path binary) throws IOException {
        String name = binary.toString();
        var component = ComponentDecoder.decode(name, Files.readAllBytes(binary));
        return WitDecoder.decode(name, ComponentValidator.validate(name, component, Features.ALL));
    }

    /** The lines without indentation and empty lines, in which printers differ. */
    private static String words(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
    }
}
