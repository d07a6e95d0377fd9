package dev.wasmledger.composer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
