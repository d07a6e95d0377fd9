package dev.wasmledger.runtime;

import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.CoreFunction;
import dev.wasmledger.runtime.abi.ExportBinder;
import dev.wasmledger.runtime.abi.ExportCall;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.Lists;
import dev.wasmledger.runtime.abi.PostReturn;
import dev.wasmledger.runtime.abi.Slice;
import dev.wasmledger.runtime.abi.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What a generated binding for the benchmark components' {@code api} does, written by hand. */
final class BenchApi {

    static final String NAME = "re:bench/api@0.1.0";

    private static final String ITEM =
            "record{id: u32, name: string, score: f64, tags: list<string>, pos: tuple<s32, s32>}";
    private static final String POINT = "record{x: u32, y: u64, z: f64}";
    private static final String MESSAGE = "variant{none, num(u64), text(string)}";

    /** Core-typed calls. */
    public interface Core {
        @CoreFunction(name = "add", type = "func(a: u32, b: u32) -> u32")
        int add(int a, int b);

        @CoreFunction(name = "echo-string", type = "func(s: string) -> string")
        int echoString(int pointer, int length);

        @PostReturn("echo-string")
        void echoStringPost(int result);

        @CoreFunction(name = "sum-list", type = "func(xs: list<u64>) -> u64")
        long sumList(int pointer, int length);

        @CoreFunction(name = "checksum", type = "func(b: list<u8>) -> u32")
        int checksum(int pointer, int length);

        @CoreFunction(name = "roundtrip", type = "func(r: " + ITEM + ") -> " + ITEM)
        int roundtrip(int id, int name, int nameLength, double score, int tags, int tagCount, int x, int y);

        @PostReturn("roundtrip")
        void roundtripPost(int result);

        @CoreFunction(name = "roundtrip-flat", type = "func(p: " + POINT + ") -> " + POINT)
        int roundtripFlat(int x, long y, double z);

        @PostReturn("roundtrip-flat")
        void roundtripFlatPost(int result);

        @CoreFunction(name = "roundtrip-variant", type = "func(m: " + MESSAGE + ") -> " + MESSAGE)
        int roundtripVariant(int discriminant, long payload, int length);

        @PostReturn("roundtrip-variant")
        void roundtripVariantPost(int result);
    }

    record Item(int id, String name, double score, List<String> tags, int x, int y) {}

    record Point(int x, long y, double z) {}

    private final BoundInterface<Core> bound;

    BenchApi(ExportBinder instance) {
        this.bound = instance.bind(NAME, Core.class);
    }

    int add(int a, int b) {
        ExportCall call = bound.call("add");
        call.enter();
        int result = bound.core().add(a, b);
        call.leave();
        return result;
    }

    String echoString(String text) {
        ExportCall call = bound.call("echo-string");
        call.enter();
        long slice = Strings.lower(call, text);
        int area = bound.core().echoString(Slice.pointer(slice), Slice.length(slice));
        String result = Strings.lift(call, call.memory().getLong(area));
        bound.core().echoStringPost(area);
        call.leave();
        return result;
    }

    long sumList(long[] numbers) {
        return onList("sum-list", call -> {
            long slice = Lists.lower(call, numbers);
            return bound.core().sumList(Slice.pointer(slice), Slice.length(slice));
        });
    }

    long checksum(byte[] bytes) {
        return onList("checksum", call -> {
            long slice = Lists.lower(call, bytes);
            return Integer.toUnsignedLong(bound.core().checksum(Slice.pointer(slice), Slice.length(slice)));
        });
    }

    private long onList(String function, ToLongFunction<ExportCall> body) {
        ExportCall call = bound.call(function);
        call.enter();
        long result = body.applyAsLong(call);
        call.leave();
        return result;
    }

    Item roundtrip(Item item) {
        ExportCall call = bound.call("roundtrip");
        call.enter();
        long name = Strings.lower(call, item.name());
        int tags = Lists.allocate(call, item.tags().size(), 8, 4);
        for (int i = 0; i < item.tags().size(); i++) {
            long tag = Strings.lower(call, item.tags().get(i));
            call.memory().putLong(tags + 8 * i, tag);
        }
        int area = bound.core()
                .roundtrip(
                        item.id(),
                        Slice.pointer(name),
                        Slice.length(name),
                        item.score(),
                        tags,
                        item.tags().size(),
                        item.x(),
                        item.y());
        LinearMemory memory = call.memory();
        var liftedTags = new ArrayList<String>();
        int pointer = memory.getInt(area + 24);
        for (int i = 0; i < memory.getInt(area + 28); i++) {
            liftedTags.add(Strings.lift(call, memory.getLong(pointer + 8 * i)));
        }
        var result = new Item(
                memory.getInt(area),
                Strings.lift(call, memory.getLong(area + 4)),
                memory.getDouble(area + 16),
                liftedTags,
                memory.getInt(area + 32),
                memory.getInt(area + 36));
        bound.core().roundtripPost(area);
        call.leave();
        return result;
    }

    Point roundtripFlat(Point point) {
        ExportCall call = bound.call("roundtrip-flat");
        call.enter();
        int area = bound.core().roundtripFlat(point.x(), point.y(), point.z());
        LinearMemory memory = call.memory();
        var result = new Point(memory.getInt(area), memory.getLong(area + 8), memory.getDouble(area + 16));
        bound.core().roundtripFlatPost(area);
        call.leave();
        return result;
    }

    /** The number of a {@code num}. */
    long roundtripNumber(long number) {
        ExportCall call = bound.call("roundtrip-variant");
        call.enter();
        int area = bound.core().roundtripVariant(1, number, 0);
        long result = call.memory().getByte(area) == 1 ? call.memory().getLong(area + 8) : -1;
        bound.core().roundtripVariantPost(area);
        call.leave();
        return result;
    }
}
