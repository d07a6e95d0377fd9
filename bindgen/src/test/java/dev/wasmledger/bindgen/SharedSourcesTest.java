package dev.wasmledger.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.guest.teavm.CompileRequest;
import dev.wasmledger.guest.teavm.TeaVmCompiler;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WorldId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts and guests have one source for a value's type, so that what is learnt on one side holds on the other. */
class SharedSourcesTest {

    /** What calls and answers, and lifts and lowers, is each side's own. */
    private static final String OWN = ".*(Abi|Export|Import|Imports|Core|/Values|/Probe|/Implementation)\\.java";

    private static final Path VALUES = Path.of("src/test/resources/roundtrip/values.wit");

    @Test
    void valuesHaveTheSameSourceOnBothSides() {
        ResolvedWit wit = Wit.load(VALUES);
        WorldId world = wit.get(wit.root()).worlds().firstEntry().getValue();

        Map<String, String> host = shared(Bindgen.generate(BindgenRequest.host(wit, "shared")));
        Map<String, String> guest = shared(Bindgen.generate(BindgenRequest.guest(wit, world, "shared", "a.Guest")));

        assertThat(guest).isEqualTo(host);
        assertThat(host)
                .containsKeys(
                        "shared/Result.java",
                        "shared/Tuple2.java",
                        "shared/probe/values/values/Joined.java",
                        "shared/probe/values/values/Fixed.java",
                        "shared/probe/values/values/FixedList.java",
                        "shared/probe/values/values/FixedBuffer.java");
    }

    /** Nor does what they stand on need a host: no class of one is there when they are compiled. */
    @ParameterizedTest
    @ValueSource(strings = {"roundtrip/values.wit", "golden/gates/input.wit"})
    void teaVmCompilesThemWithNoHostInSight(String path, @TempDir Path temporary) throws Exception {
        ResolvedWit wit = Wit.load(Path.of("src/test/resources").resolve(path));
        WorldId world = wit.get(wit.root()).worlds().firstEntry().getValue();
        List<GeneratedFile> files = Wit.guest(wit, world, "shared", temporary.resolve("interfaces"));
        Path classes = Files.createDirectory(temporary.resolve("classes"));
        assertThat(Sources.compileGuest(files, classes)).isEmpty();

        byte[] module = TeaVmCompiler.compile(new CompileRequest(classes, List.of(), 4 << 20));

        String exported = new String(module, StandardCharsets.ISO_8859_1);
        wit.get(world).exports().forEach((key, item) -> {
            if (item instanceof WorldItem.InterfaceItem of) {
                wit.get(of.id())
                        .functions()
                        .keySet()
                        .forEach(function -> assertThat(exported).contains(wit.keyName(key) + "#" + function));
            }
        });
    }

    /** The text by path, but for the library that reads bytes: a host's checks chars, a guest's does not. */
    private static Map<String, String> shared(List<GeneratedFile> files) {
        Map<String, String> shared = new TreeMap<>();
        files.stream()
                .filter(file -> !file.path().matches(OWN))
                .filter(file -> !file.path().endsWith("/package-info.java"))
                .forEach(file -> shared.put(
                        file.path(),
                        file.content()
                                .replace("import dev.wasmledger.runtime.abi.Checks;\n", "")
                                .replace("Checks.scalarValue(value)", "value")
                                .replace("dev.wasmledger.runtime.abi.Bytes", "dev.wasmledger.guest.Bytes")));
        return shared;
    }
}
