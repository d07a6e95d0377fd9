package dev.wasmledger.benchmarks.boundary;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.benchmarks.bindings.Tuple2;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Api;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Item;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Msg;
import dev.wasmledger.benchmarks.entries.re.bench.api.EntryList;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.model.CoreModule;
import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.runtime.Component;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.Linker;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Measures what a call through generated bindings costs beside the same call with lifting and lowering written by hand, on
 * one instance, and prints it as JSON. Properties: {@code bench.dir}, the folder of the components; {@code samples} and
 * {@code millis}, how many samples there are of each way and how long one takes.
 */
public final class TypedCalls {

    /** How much more generated code may cost. */
    private static final double GOAL = 1.1;

    private static final String ENTRIES = "entries.wit";

    private final Api api;
    private final dev.wasmledger.benchmarks.entries.re.bench.api.Api entries;
    private final HandWritten byHand;
    private final Measurement measurement;
    private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();

    private TypedCalls(Instance callee, Instance sumsEntries, Measurement measurement) {
        this.api = Api.bind(callee, Api.NAME);
        this.entries = dev.wasmledger.benchmarks.entries.re.bench.api.Api.bind(sumsEntries, Api.NAME);
        this.byHand = new HandWritten(callee, sumsEntries);
        this.measurement = measurement;
    }

    /** Without arguments. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(System.getProperty("bench.dir", "../shared/bench")).resolve("callee.wasm");
        var measurement = new Measurement(Integer.getInteger("samples", 30), Integer.getInteger("millis", 10));
        byte[] wasm = Files.readAllBytes(file);
        try (Instance callee = new Linker().instantiate(Component.load(wasm));
                Instance sumsEntries = new Linker().instantiate(Component.load(overEntries(wasm)))) {
            var calls = new TypedCalls(callee, sumsEntries, measurement);
            calls.measure();
            ObjectNode report = JsonNodeFactory.instance
                    .objectNode()
                    .put("java", Runtime.version().toString())
                    .put(
                            "unit",
                            "nanoseconds for one call, the least of the samples; bytes of the objects that it makes");
            report.set("rows", calls.rows);
            report.put("sink", measurement.sink());
            System.out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        }
    }

    /** The component's module under the types of {@value #ENTRIES}. */
    private static byte[] overEntries(byte[] wasm) throws IOException {
        CoreModule module = ComponentDecoder.decode("callee.wasm", wasm)
                .definitions()
                .filter(CoreModule.class::isInstance)
                .map(CoreModule.class::cast)
                .findFirst()
                .orElseThrow();
        try (InputStream text = Objects.requireNonNull(TypedCalls.class.getResourceAsStream(ENTRIES))) {
            ResolvedWit wit = new WitLoader()
                    .text(ENTRIES, new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .load()
                    .orThrow();
            return Componentizer.componentize(
                    "callee.wasm",
                    module.bytes().toByteArray(),
                    wit,
                    wit.findWorld("entries").orElseThrow());
        }
    }

    private void measure() {
        Inputs.require("add", api.add(40, 2), byHand.add(40, 2));
        row(
                "add",
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += api.add(i, 2);
                    }
                    return sum;
                },
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += byHand.add(i, 2);
                    }
                    return sum;
                });

        String text = Inputs.SIXTEEN_BYTES;
        Inputs.require("echo-string", api.echoString(text), byHand.echo(text));
        row(
                "echo-16-bytes",
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += api.echoString(text).length();
                    }
                    return sum;
                },
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += byHand.echo(text).length();
                    }
                    return sum;
                });

        long[] numbers = Inputs.thousand();
        Inputs.require("sum-list", api.sumList(numbers), byHand.sum(numbers));
        row(
                "list-of-1000-u64",
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += api.sumList(numbers);
                    }
                    return sum;
                },
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += byHand.sum(numbers);
                    }
                    return sum;
                });

        var item = new Item(1, text, 1.5, Inputs.TAGS, new Tuple2<>(3, 4));
        Inputs.require("roundtrip", api.roundtrip(item), byHand.roundtrip(item));
        row(
                "record",
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += api.roundtrip(item).id();
                    }
                    return sum;
                },
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += byHand.roundtrip(item).id();
                    }
                    return sum;
                });

        Msg message = new Msg.Num(41);
        Inputs.require("roundtrip-variant", api.roundtripVariant(message), byHand.variant(message));
        row(
                "variant",
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += number(api.roundtripVariant(message));
                    }
                    return sum;
                },
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += number(byHand.variant(message));
                    }
                    return sum;
                });

        recordLists(1000);
        recordLists(8000);
    }

    /** A list that is there, and one that is built for each call, in the bytes of the one before. */
    private void recordLists(int count) {
        int[] lows = IntStream.range(0, count).toArray();
        int[] highs = IntStream.range(count, 2 * count).toArray();
        EntryList list = list(EntryList.builder(lows.length), lows, highs);
        Inputs.require("sum-list of entries", entries.sumList(list), byHand.sumEntries(list));
        row(
                "list-of-" + count + "-records",
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += entries.sumList(list);
                    }
                    return sum;
                },
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += byHand.sumEntries(list);
                    }
                    return sum;
                });
        row(
                "list-of-" + count + "-records-and-building-it",
                times -> {
                    long sum = 0;
                    EntryList spent = EntryList.of();
                    for (int i = 0; i < times; i++) {
                        spent = list(EntryList.builder(lows.length, spent), lows, highs);
                        sum += entries.sumList(spent);
                    }
                    return sum;
                },
                times -> {
                    long sum = 0;
                    for (int i = 0; i < times; i++) {
                        sum += byHand.sumEntries(lows, highs);
                    }
                    return sum;
                });
    }

    private static EntryList list(EntryList.Builder builder, int[] lows, int[] highs) {
        for (int i = 0; i < lows.length; i++) {
            builder.add().low(lows[i]).high(highs[i]);
        }
        return builder.build();
    }

    private static long number(Msg message) {
        return message instanceof Msg.Num(long value) ? value : 0;
    }

    private void row(String name, IntToLongFunction generated, IntToLongFunction handWritten) {
        double[] nanos = measurement.nanosPerCall(generated, handWritten);
        double ratio = nanos[0] / nanos[1];
        rows.addObject()
                .put("row", name)
                .put("generated", Measurement.rounded(nanos[0]))
                .put("handWritten", Measurement.rounded(nanos[1]))
                .put("generatedBytes", Measurement.rounded(measurement.bytesPerCall(generated)))
                .put("handWrittenBytes", Measurement.rounded(measurement.bytesPerCall(handWritten)))
                .put("ratio", Measurement.rounded(ratio))
                .put("goal", GOAL)
                .put("reached", ratio <= GOAL);
    }
}
