package dev.wasmledger.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.binary.ByteWriter;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.wit.ComponentTypeSection;
import dev.wasmledger.component.wit.StringEncoding;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentizerTest {

    static List<Path> cases() throws IOException {
        return Expected.cases("componentize");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesAComponentOrSaysWhatIsWrong(Path folder) throws IOException {
        ResolvedWit wit =
                new WitLoader().path(folder.resolve("world.wit")).load().orThrow();
        byte[] module = CoreAssembler.assemble(Files.readAllLines(folder.resolve("module.txt")));
        String actual;
        try {
            byte[] component = Componentizer.componentize(
                    "guest.wasm", module, wit, wit.findWorld("w").orElseThrow());
            actual = Outline.of(ComponentDecoder.decode("component.wasm", component));
        } catch (DiagnosticException e) {
            actual = e.getMessage() + "\n";
        }
        Expected.check(folder.resolve("expected.txt"), actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWorldInTheModuleItselfIsAsGoodAsOneThatIsGiven(Path folder) throws IOException {
        ResolvedWit wit =
                new WitLoader().path(folder.resolve("world.wit")).load().orThrow();
        WorldId world = wit.findWorld("w").orElseThrow();
        byte[] module = CoreAssembler.assemble(Files.readAllLines(folder.resolve("module.txt")));
        byte[] section =
                ComponentTypeSection.of(wit, world, StringEncoding.UTF8).encode();
        assertThat(outcome(() -> Componentizer.componentize("guest.wasm", withSection(module, section))))
                .isEqualTo(outcome(() -> Componentizer.componentize("guest.wasm", module, wit, world)));
    }

    private static byte[] withSection(byte[] module, byte[] componentType) {
        var out = new ByteWriter().raw(module).u8(0);
        out.sized(() -> out.name("component-type:w").raw(componentType));
        return out.toByteArray();
    }

    private static String outcome(Supplier<byte[]> componentize) {
        try {
            return HexFormat.of().formatHex(componentize.get());
        } catch (DiagnosticException e) {
            return e.getMessage();
        }
    }

    @Test
    void aModuleThatNamesNoWorldIsADiagnostic() {
        byte[] module = CoreAssembler.assemble(List.of());
        assertThatThrownBy(() -> Componentizer.componentize("guest.wasm", module))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("no section `component-type`");
    }

    @Test
    void bytesThatAreNoModuleAreADiagnostic() {
        ResolvedWit wit =
                new WitLoader().text("w.wit", "package a:b; world w {}").load().orThrow();
        assertThatThrownBy(() -> Componentizer.componentize(
                        "guest.wasm",
                        new byte[] {1, 2, 3},
                        wit,
                        wit.findWorld("w").orElseThrow()))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("guest.wasm");
    }
}
