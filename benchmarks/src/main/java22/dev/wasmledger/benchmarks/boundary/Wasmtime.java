package dev.wasmledger.benchmarks.boundary;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Wasmtime, as a C host would drive it: through its C API. Lists and records are put together beforehand, a text that is
 * an argument of its own for each call; a result is looked at and freed.
 */
final class Wasmtime implements Peer {

    private static final String API = "re:bench/api@0.1.0";
    private static final String DRIVER = "re:bench/driver@0.1.0";

    private final Arena arena = Arena.ofConfined();
    private final WasmtimeValues values = new WasmtimeValues(arena);
    private final WasmtimeFunction add;
    private final WasmtimeFunction echo;
    private final WasmtimeFunction sum;
    private final WasmtimeFunction checksum;
    private final WasmtimeFunction record;
    private final WasmtimeFunction flatRecord;
    private final WasmtimeFunction variant;
    private final WasmtimeFunction addN;
    private final WasmtimeFunction echoN;
    private final WasmtimeFunction sumN;
    private final WasmtimeFunction recordN;

    private final MemorySegment twoNumbers = values.arguments(2);
    private final MemorySegment text = values.arguments(1);
    private final MemorySegment bytes16 = values.bytes(Inputs.SIXTEEN_BYTES);
    private final MemorySegment bytes64k = values.bytes(Inputs.KIBIBYTES_64);
    private final MemorySegment list = values.arguments(1);
    private final MemorySegment bytes = values.arguments(1);
    private final MemorySegment item = values.arguments(1);
    private final MemorySegment point = values.arguments(1);
    private final MemorySegment number = values.arguments(1);
    private final MemorySegment times = values.arguments(1);
    private final MemorySegment timesAndText16 = values.arguments(2);
    private final MemorySegment timesAndText64k = values.arguments(2);
    private final MemorySegment timesAndList = values.arguments(2);

    private Wasmtime(Path library, Path folder) {
        var engine = new WasmtimeLibrary(library, arena);
        MemorySegment callee = engine.instantiate(folder.resolve("callee.wasm"));
        MemorySegment composed = engine.instantiate(folder.resolve("composed.wasm"));
        add = engine.function(callee, API, "add");
        echo = engine.function(callee, API, "echo-string");
        sum = engine.function(callee, API, "sum-list");
        checksum = engine.function(callee, API, "checksum");
        record = engine.function(callee, API, "roundtrip");
        flatRecord = engine.function(callee, API, "roundtrip-flat");
        variant = engine.function(callee, API, "roundtrip-variant");
        addN = engine.function(composed, DRIVER, "add-n");
        echoN = engine.function(composed, DRIVER, "echo-n");
        sumN = engine.function(composed, DRIVER, "sum-n");
        recordN = engine.function(composed, DRIVER, "roundtrip-n");
        fillArguments();
    }

    /** Opens the library. */
    static Optional<Peer> open(Path library, Path folder) {
        return Optional.of(new Wasmtime(library, folder));
    }

    private void fillArguments() {
        values.u64List(list, 0, Inputs.thousand());
        values.u8List(bytes, 0, Inputs.sevens());
        MemorySegment tags = values.arguments(2);
        values.string(tags, 0, Inputs.TAGS.get(0));
        values.string(tags, 1, Inputs.TAGS.get(1));
        MemorySegment position = values.arguments(2);
        values.s32(position, 0, 3);
        values.s32(position, 1, 4);
        MemorySegment itemFields = values.arguments(5);
        values.u32(itemFields, 0, 1);
        values.string(itemFields, 1, Inputs.SIXTEEN_BYTES);
        values.f64(itemFields, 2, 1.5);
        values.list(itemFields, 3, tags);
        values.tuple(itemFields, 4, position);
        values.record(item, 0, List.of("id", "name", "score", "tags", "pos"), itemFields);
        MemorySegment pointFields = values.arguments(3);
        values.u32(pointFields, 0, 1);
        values.u64(pointFields, 1, 2);
        values.f64(pointFields, 2, 3);
        values.record(point, 0, List.of("x", "y", "z"), pointFields);
        MemorySegment payload = values.arguments(1);
        values.u64(payload, 0, 41);
        values.variant(number, 0, "num", payload);
        values.string(timesAndText16, 1, Inputs.SIXTEEN_BYTES);
        values.string(timesAndText64k, 1, Inputs.KIBIBYTES_64);
        values.u64List(timesAndList, 1, Inputs.thousand());
    }

    @Override
    public long run(Row row, int times) {
        return switch (row) {
            case HOST_ADD -> add(times);
            case HOST_ECHO_16_BYTES -> echo(bytes16, times);
            case HOST_ECHO_64_KIB -> echo(bytes64k, times);
            case HOST_SUM_1000_U64 -> repeat(sum, list, times);
            case HOST_CHECKSUM_64_KIB -> repeat(checksum, bytes, times);
            case HOST_RECORD -> repeat(record, item, times);
            case HOST_FLAT_RECORD -> repeat(flatRecord, point, times);
            case HOST_VARIANT -> repeat(variant, number, times);
            case COMPONENT_ADD -> within(addN, this.times, times);
            case COMPONENT_ECHO_16_BYTES -> within(echoN, timesAndText16, times);
            case COMPONENT_ECHO_64_KIB -> within(echoN, timesAndText64k, times);
            case COMPONENT_SUM_1000_U64 -> within(sumN, timesAndList, times);
            case COMPONENT_RECORD -> within(recordN, this.times, times);
        };
    }

    private long add(int calls) {
        int sum = 0;
        for (int i = 0; i < calls; i++) {
            values.u32(twoNumbers, 0, sum);
            values.u32(twoNumbers, 1, i);
            sum = (int) add.call(twoNumbers);
        }
        return sum;
    }

    private long echo(MemorySegment utf8, int calls) {
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += echo.callWithText(text, utf8);
        }
        return sum;
    }

    private static long repeat(WasmtimeFunction function, MemorySegment arguments, int calls) {
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += function.call(arguments);
        }
        return sum;
    }

    private long within(WasmtimeFunction function, MemorySegment arguments, int calls) {
        values.u32(arguments, 0, calls);
        return function.call(arguments);
    }

    @Override
    public void checkSanity() {
        values.u32(twoNumbers, 0, 0xffff_ffff);
        values.u32(twoNumbers, 1, 2);
        Inputs.require("Wasmtime's add", 1, (int) add.call(twoNumbers));
        Inputs.require("Wasmtime's echo-string", 16L, echo.callWithText(text, bytes16));
        Inputs.require("Wasmtime's sum-list", 499_500L, sum.call(list));
        Inputs.require("Wasmtime's checksum", (int) 3_580_468_677L, (int) checksum.call(bytes));
        Inputs.require("Wasmtime's roundtrip", 5L, record.call(item));
        Inputs.require("Wasmtime's roundtrip-flat", 3L, flatRecord.call(point));
        Inputs.require("Wasmtime's roundtrip-variant", 3L, variant.call(number));
        Inputs.require("Wasmtime's add-n", 45, (int) within(addN, times, 10));
        Inputs.require("Wasmtime's echo-n", 369, (int) within(echoN, timesAndText16, 3));
        Inputs.require("Wasmtime's sum-n", 999_000L, within(sumN, timesAndList, 2));
        Inputs.require("Wasmtime's roundtrip-n", 72, (int) within(recordN, times, 3));
    }

    @Override
    public void close() {
        arena.close();
    }
}
