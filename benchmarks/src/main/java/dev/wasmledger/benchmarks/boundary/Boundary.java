package dev.wasmledger.benchmarks.boundary;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Linker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Measures what a call across a boundary costs and prints it as JSON: for each row nanoseconds for a call here, in plain
 * Java and in Wasmtime, and the ratios. Properties: {@code bench.dir}, the folder of the components; {@code wasmtime}, a
 * {@code libwasmtime} with the component API (without it, or on a JDK before 22, its columns say that they were not
 * measured, and no goal is reached); {@code others}, how many other instances run through the same code first;
 * {@code samples} and {@code millis}, how many samples there are of each peer and how long one takes.
 */
public final class Boundary {

    private static final String NOT_MEASURED = "not measured";
    private static final int INSTANTIATIONS = 2000;

    private Boundary() {}

    /** Without arguments. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(System.getProperty("bench.dir", "../shared/bench"));
        var measurement = new Measurement(Integer.getInteger("samples", 15), Integer.getInteger("millis", 20));
        int others = Integer.getInteger("others", 0);
        Component callee = Component.load(folder.resolve("callee.wasm"));
        Component composed = Component.load(folder.resolve("composed.wasm"));

        runOthers(others, callee, composed, measurement);
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("java", Runtime.version().toString())
                .put("others", others)
                .put("unit", "nanoseconds for one call, the least of the samples");
        try (var components = new Components(callee, composed);
                var plain = new PlainJava()) {
            Optional<Peer> wasmtime = wasmtime(folder);
            components.checkSanity();
            plain.checkSanity();
            wasmtime.ifPresent(Peer::checkSanity);
            ArrayNode rows = report.putArray("rows");
            for (Row row : Row.values()) {
                rows.add(measure(row, measurement, components, plain, wasmtime));
            }
            wasmtime.ifPresent(Peer::close);
        }
        report.set("instantiate", instantiation(composed));
        report.put("sink", measurement.sink());
        System.out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }

    private static ObjectNode measure(
            Row row, Measurement measurement, Peer components, Peer plain, Optional<Peer> wasmtime) {
        List<Peer> peers = new ArrayList<>(List.of(components, plain));
        wasmtime.ifPresent(peers::add);
        double[] nanos = measurement.nanosPerCall(peers.stream()
                .<IntToLongFunction>map(peer -> times -> peer.run(row, times))
                .toArray(IntToLongFunction[]::new));
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("row", row.text())
                .put("wasmledger", Measurement.rounded(nanos[0]))
                .put("plainJava", Measurement.rounded(nanos[1]))
                .put("toPlainJava", Measurement.rounded(nanos[0] / nanos[1]));
        if (wasmtime.isPresent()) {
            double ratio = nanos[0] / nanos[2];
            node.put("wasmtime", Measurement.rounded(nanos[2])).put("toWasmtime", Measurement.rounded(ratio));
            node.put("goal", row.goal()).put("reached", ratio <= row.goal());
        } else {
            node.put("wasmtime", NOT_MEASURED).put("toWasmtime", NOT_MEASURED);
            node.put("goal", row.goal()).put("reached", false);
        }
        return node;
    }

    /** Other instances of the same components, each through all rows. */
    private static void runOthers(int others, Component callee, Component composed, Measurement measurement) {
        for (int i = 0; i < others; i++) {
            try (var other = new Components(callee, composed)) {
                for (Row row : Row.values()) {
                    measurement.nanosPerCall(times -> other.run(row, times));
                }
            }
        }
    }

    private static ObjectNode instantiation(Component composed) {
        var linker = new Linker();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < INSTANTIATIONS; i++) {
            long start = System.nanoTime();
            Instance instance = linker.instantiate(composed);
            least = Math.min(least, System.nanoTime() - start);
            instance.close();
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("component", "composed.wasm, from its plan")
                .put("nanos", least)
                .put("goal", 1_000_000)
                .put("reached", least < 1_000_000);
    }

    /** The peer that this JDK may have a class for. */
    private static Optional<Peer> wasmtime(Path folder) throws IOException {
        String library = System.getProperty("wasmtime");
        if (library == null) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(Path.of(library))) {
            throw new IOException("-Dwasmtime names no file: " + library);
        }
        return Wasmtime.open(Path.of(library), folder);
    }
}
