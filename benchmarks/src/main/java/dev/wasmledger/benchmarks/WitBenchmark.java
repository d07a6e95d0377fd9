package dev.wasmledger.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Parsing and resolving all of WASI, the same texts with this parser and with the reference's, whose start is left out.
 * {@link Cold} is the first time in a new process.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class WitBenchmark {

    /** The texts. */
    @State(Scope.Benchmark)
    public static class Texts {

        private WasiTexts wasi;

        @Setup
        public void prepare() throws IOException, InterruptedException {
            wasi = WasiTexts.prepare();
        }
    }

    /** The reference parser, ready. */
    @State(Scope.Benchmark)
    public static class Reference {

        private ReferenceParser parser;

        @Setup
        public void start(Texts texts) throws IOException {
            parser = new ReferenceParser(texts.wasi);
        }

        @TearDown
        public void stop() {
            parser.close();
        }
    }

    @Benchmark
    public int wasmledger(Texts texts) {
        return texts.wasi.resolveAll();
    }

    @Benchmark
    public int reference(Reference reference) throws IOException {
        return reference.parser.resolveAll();
    }

    /** The first time. */
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public static class Cold {

        @Benchmark
        public int wasmledger(Texts texts) {
            return texts.wasi.resolveAll();
        }

        @Benchmark
        public int reference(Reference reference) throws IOException {
            return reference.parser.resolveAll();
        }
    }
}
