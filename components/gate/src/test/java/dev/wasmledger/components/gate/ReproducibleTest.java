package dev.wasmledger.components.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.guest.teavm.CompileRequest;
import dev.wasmledger.guest.teavm.TeaVmCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same classes give the same bytes, whatever identity hash codes TeaVM's objects have this time. The gate shows it:
 * names of two classes that it reaches meet in one place of a hash table, and TeaVM by itself takes them now in one
 * order, now in the other.
 */
class ReproducibleTest {

    private static final CompileRequest GATE = new CompileRequest(Path.of("target/classes"), List.of(), 16 << 20);

    @Test
    void theSameClassesGiveTheSameModule() throws Exception {
        byte[] module = TeaVmCompiler.compile(GATE);
        for (int i = 0; i < 4; i++) {
            assertThat(TeaVmCompiler.compile(GATE)).isEqualTo(module);
        }
    }
}
