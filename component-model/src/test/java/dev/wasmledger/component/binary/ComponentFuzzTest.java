package dev.wasmledger.component.binary;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import dev.wasmledger.component.Features;
import dev.wasmledger.component.Limits;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, the answer is a component or diagnostics, and costs no more memory than they can ask for. As a test
 * it runs over the seeds and over what fuzzing found before, which lies among the resources; {@code -Pfuzz} makes it fuzz.
 */
class ComponentFuzzTest {

    /** Allocated for each byte of input, and for nothing at all. A type may refer to others of the whole file. */
    private static final long BYTES_PER_BYTE = 20_000;

    private static final long BYTES_AT_LEAST = 40_000_000;

    /** Components of every kind, from the reference's scripts, as far as they are there. */
    static Stream<byte[]> seeds() throws IOException {
        Path suite = Path.of(System.getProperty("conformance.dir", "../../shared/conformance"), "wast-manifests");
        if (!Files.exists(suite)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(suite)) {
            List<Path> binaries = files.filter(file -> file.toString().endsWith(".wasm"))
                    .sorted()
                    .toList();
            return binaries.stream().map(ComponentFuzzTest::read).filter(bytes -> bytes.length < 20_000);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("seeds")
    @FuzzTest
    void whateverTheBytesAreIsAnswered(byte[] bytes) {
        long limit = BYTES_AT_LEAST + BYTES_PER_BYTE * bytes.length;
        long before = allocatedBytes();
        Optional<ValidatedComponent> component = validate(bytes);
        long allocated = allocatedBytes() - before;
        if (allocated >= limit) {
            // The first run also loads classes, which Jazzer instruments on this very thread.
            before = allocatedBytes();
            component = validate(bytes);
            allocated = allocatedBytes() - before;
        }
        assertThat(allocated)
                .as("bytes that were allocated for %d", bytes.length)
                .isLessThan(limit);
        component.ifPresent(valid -> {
            show(valid);
            byte[] encoded = ComponentEncoder.encode(valid.component());
            assertThat(ComponentEncoder.encode(ComponentDecoder.decode("again", encoded)))
                    .isEqualTo(encoded);
        });
    }

    private static Optional<ValidatedComponent> validate(byte[] bytes) {
        try {
            if (ComponentDecoder.isCoreModule(bytes)) {
                CoreModules.typeOf(new ByteOffset("fuzzed", 0), bytes, Features.ALL);
                return Optional.empty();
            }
            // The decoder takes its bytes over.
            Component component = ComponentDecoder.decode("fuzzed", bytes.clone());
            return Optional.of(ComponentValidator.validate("fuzzed", component, Features.ALL));
        } catch (DiagnosticException e) {
            assertThat(e.diagnostics()).hasSizeBetween(1, 2 * Limits.DIAGNOSTICS);
            for (Diagnostic diagnostic : e.diagnostics()) {
                assertThat(((ByteOffset) diagnostic.primary()).offset()).isBetween(0L, (long) bytes.length);
            }
            DiagnosticRenderer.render(e.diagnostics());
            return Optional.empty();
        }
    }

    private static void show(ValidatedComponent component) {
        for (DefType type : component.spaces().types().stream().limit(100).toList()) {
            if (type instanceof ValType value) {
                assertThat(TypeText.brief(value)).isNotEmpty();
            }
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
