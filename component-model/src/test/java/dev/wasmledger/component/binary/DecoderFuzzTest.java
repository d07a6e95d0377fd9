package dev.wasmledger.component.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.wasmledger.component.corpus.Corpus;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, the decoder answers with a component or with a diagnostic that lies within them. */
class DecoderFuzzTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedComponents(long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> files = Corpus.files(Corpus.suite("wit-component"), "component.wasm");
        int rejected = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
            if (!accepts(mutate(bytes, random))) {
                rejected++;
            }
        }
        assertThat(rejected).as("mutations that hurt").isGreaterThan(500);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutated = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && mutated.length > 8; i++) {
            mutated[8 + random.nextInt(mutated.length - 8)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
        }
        return mutated;
    }

    private static boolean accepts(byte[] bytes) {
        try {
            ComponentDecoder.decode("mutated.wasm", bytes);
            return true;
        } catch (DiagnosticException e) {
            for (Diagnostic diagnostic : e.diagnostics()) {
                assertThat(((ByteOffset) diagnostic.primary()).offset()).isBetween(0L, (long) bytes.length);
            }
            return false;
        }
    }

    /** A type section, an alias section and nested types, each of which promises far more than there is. */
    @ParameterizedTest
    @CsvSource({
        "0706ffffffff0f00, CMP0007",
        "0606ffffffff0f00, CMP0007",
        "0704014180ff0f, CMP0001",
        "070302406e, CMP0001"
    })
    void aCountBeyondTheFileAllocatesNothing(String sections, String id) {
        byte[] bytes = HexFormat.of().parseHex("0061736d0d000100" + sections);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> ComponentDecoder.decode("claims.wasm", bytes))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        e -> assertThat(e.diagnostics().getFirst().id()).isEqualTo(id));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated, those of the test's own too")
                .isLessThan(8_000_000);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackIsUsedUp() {
        byte[] bytes = HexFormat.of().parseHex("0061736d0d000100" + "07db0401" + "410101".repeat(200) + "4100");
        assertThatThrownBy(() -> ComponentDecoder.decode("deep.wasm", bytes))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        e -> assertThat(e.diagnostics().getFirst().id()).isEqualTo("CMP0008"));
    }
}
