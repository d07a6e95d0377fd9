package dev.wasmledger.benchmarks;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.binary.ComponentEncoder;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.ValidatedComponent;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decoding and validating a component: the counter {@code megabytes} is the figure. The peer is {@code componentWit} of
 * jco, which is wasm-tools compiled to WebAssembly: it decodes, validates all but the code of core modules, and prints the
 * component's WIT. Its process is started beforehand and answers a line with a line, so that no start-up is measured.
 *
 * <p>The peer needs {@code node}, and {@code npm i @bytecodealliance/jco@1.35.0} in the folder that the environment variable
 * {@code JCO} names.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ValidateBenchmark {

    /** What was validated within one iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public double megabytes;
    }

    /** A component. */
    @State(Scope.Thread)
    public static class Input {

        /** The ledger that ships, composed; or a file: a component, or a core module, which is then put into one. */
        @Param("ledger")
        private String file = "ledger";

        private byte[] component;

        @Setup(Level.Trial)
        public void read() throws IOException {
            component = file.equals("ledger")
                    ? MeasuredLedger.compose(MeasuredLedger.file(Path.of(""), MeasuredLedger.SPENDING_LIMIT))
                            .component()
                    : component(Files.readAllBytes(Path.of(file)));
        }

        private static byte[] component(byte[] bytes) {
            if (ComponentDecoder.isComponent(bytes)) {
                return bytes;
            }
            var module = new Section.Entry(0, new CoreModule(Bytes.of(bytes)));
            return ComponentEncoder.encode(
                    new Component(List.of(new Section(Section.Kind.CORE_MODULE, 0, List.of(module)))));
        }

        private double megabytes() {
            return component.length / 1e6;
        }
    }

    /** The peer's process. */
    @State(Scope.Thread)
    public static class Jco {

        private Path folder;
        private Process process;
        private BufferedWriter requests;
        private BufferedReader answers;

        @Setup(Level.Trial)
        public void start(Input input) throws IOException {
            String jco = System.getenv("JCO");
            if (jco == null) {
                throw new IllegalStateException("the environment variable JCO names no folder with jco in it");
            }
            folder = Files.createTempDirectory("validate-benchmark");
            Path component = Files.write(folder.resolve("component.wasm"), input.component);
            Path script = folder.resolve("component-wit.mjs");
            try (InputStream in = ValidateBenchmark.class.getResourceAsStream("component-wit.mjs")) {
                Files.write(script, in.readAllBytes());
            }
            process = new ProcessBuilder("node", script.toString(), component.toString())
                    .directory(Path.of(jco).toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            requests = process.outputWriter();
            answers = process.inputReader();
        }

        @TearDown(Level.Trial)
        public void stop() throws IOException {
            process.destroy();
            for (String name : List.of("component.wasm", "component-wit.mjs")) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
        }

        private void validate() throws IOException {
            requests.write("validate\n");
            requests.flush();
            String answer = answers.readLine();
            if (!"done".equals(answer)) {
                throw new IllegalStateException("the peer answers " + answer);
            }
        }
    }

    @Benchmark
    public ValidatedComponent decodeAndValidate(Input input, Count count) {
        count.megabytes += input.megabytes();
        // The decoder takes its bytes over.
        Component component = ComponentDecoder.decode("benchmark", input.component.clone());
        return ComponentValidator.validate("benchmark", component, Features.ALL);
    }

    @Benchmark
    public void jcoComponentWit(Input input, Jco jco, Count count) throws IOException {
        count.megabytes += input.megabytes();
        jco.validate();
    }
}
