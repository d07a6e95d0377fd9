package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.abi.StringEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of every kind go through the host bindings of an export and those of an import, and come back. */
class RoundTripTest {

    private static final Path FOLDER = Path.of("src/test/resources/roundtrip");

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        List<GeneratedFile> files =
                new ArrayList<>(Bindgen.generate(BindgenRequest.host(Wit.load(FOLDER.resolve("values.wit")), "probe")));
        files.add(new GeneratedFile("probe/Probe.java", Files.readString(FOLDER.resolve("Probe.java"))));
        assertThat(Sources.compile(files, classes)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void everyValueComesBack(StringEncoding encoding) throws Exception {
        try (var loader = Sources.loader(classes)) {
            Object probe = loader.loadClass("probe.Probe").getConstructor().newInstance();
            @SuppressWarnings("unchecked")
            Consumer<Loopback> typed = (Consumer<Loopback>) probe;
            typed.accept(new Loopback(encoding));
        }
    }
}
