package dev.wasmledger.benchmarks.boundary;

import dev.wasmledger.benchmarks.bindings.Tuple2;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Api;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Item;
import dev.wasmledger.benchmarks.bindings.re.bench.api.Msg;
import dev.wasmledger.benchmarks.entries.re.bench.api.EntryList;
import dev.wasmledger.runtime.Instance;
import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.CoreFunction;
import dev.wasmledger.runtime.abi.ExportCall;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.PostReturn;
import dev.wasmledger.runtime.abi.Slice;
import dev.wasmledger.runtime.abi.Strings;
import java.util.List;

/**
 * Calls with lifting and lowering written by hand against the runtime: each does what its one type needs, and checks what
 * the canonical ABI has checked.
 */
final class HandWritten {

    private static final int STRING_BYTES = 8;
    private static final int ENTRY_BYTES = 8;

    private final Core core;
    private final ExportCall add;
    private final ExportCall echo;
    private final ExportCall sum;
    private final ExportCall roundtrip;
    private final ExportCall variant;
    private final EntriesCore entriesCore;
    private final ExportCall entries;

    /**
     * Over instances of both.
     *
     * @param sumsEntries what exports {@code sum-list} over entries
     */
    HandWritten(Instance callee, Instance sumsEntries) {
        BoundInterface<Core> bound = callee.bind(Api.NAME, Core.class);
        core = bound.core();
        add = bound.call("add");
        echo = bound.call("echo-string");
        sum = bound.call("sum-list");
        roundtrip = bound.call("roundtrip");
        variant = bound.call("roundtrip-variant");
        BoundInterface<EntriesCore> boundEntries = sumsEntries.bind(Api.NAME, EntriesCore.class);
        entriesCore = boundEntries.core();
        entries = boundEntries.call("sum-list");
    }

    int add(int a, int b) {
        add.enter();
        int result = core.add(a, b);
        add.leave();
        return result;
    }

    String echo(String text) {
        echo.enter();
        try {
            long slice = Strings.lower(echo, text);
            int area = aligned(echo, core.echo(Slice.pointer(slice), Slice.length(slice)), 4);
            String result = Strings.lift(echo, echo.memory().getLong(area));
            core.echoPost(area);
            echo.leave();
            return result;
        } catch (RuntimeException refused) {
            throw echo.abandon(refused);
        }
    }

    long sum(long[] numbers) {
        sum.enter();
        try {
            int pointer = sum.realloc(0, 0, Long.BYTES, Math.multiplyExact(numbers.length, Long.BYTES));
            LinearMemory memory = sum.memory();
            for (int i = 0; i < numbers.length; i++) {
                memory.putLong(pointer + i * Long.BYTES, numbers[i]);
            }
            long result = core.sum(pointer, numbers.length);
            sum.leave();
            return result;
        } catch (RuntimeException refused) {
            throw sum.abandon(refused);
        }
    }

    Item roundtrip(Item item) {
        roundtrip.enter();
        try {
            long name = Strings.lower(roundtrip, item.name());
            List<String> tags = item.tags();
            int tagsAt = roundtrip.realloc(0, 0, Integer.BYTES, Math.multiplyExact(tags.size(), STRING_BYTES));
            LinearMemory memory = roundtrip.memory();
            for (int i = 0; i < tags.size(); i++) {
                memory.putLong(tagsAt + i * STRING_BYTES, Strings.lower(roundtrip, tags.get(i)));
            }
            int area = aligned(
                    roundtrip,
                    core.roundtrip(
                            item.id(),
                            Slice.pointer(name),
                            Slice.length(name),
                            item.score(),
                            tagsAt,
                            tags.size(),
                            item.pos().first(),
                            item.pos().second()),
                    8);
            Item result = new Item(
                    memory.getInt(area),
                    Strings.lift(roundtrip, memory.getLong(area + 4)),
                    memory.getDouble(area + 16),
                    strings(memory.getLong(area + 24)),
                    new Tuple2<>(memory.getInt(area + 32), memory.getInt(area + 36)));
            core.roundtripPost(area);
            roundtrip.leave();
            return result;
        } catch (RuntimeException refused) {
            throw roundtrip.abandon(refused);
        }
    }

    private List<String> strings(long slice) {
        int pointer = aligned(roundtrip, Slice.pointer(slice), Integer.BYTES);
        LinearMemory memory = roundtrip.memory();
        if (Integer.toUnsignedLong(Slice.length(slice)) * STRING_BYTES > memory.byteSize()) {
            throw roundtrip.trap("list too long");
        }
        var strings = new String[Slice.length(slice)];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = Strings.lift(roundtrip, memory.getLong(pointer + i * STRING_BYTES));
        }
        return List.of(strings);
    }

    Msg variant(Msg message) {
        variant.enter();
        try {
            int area = aligned(
                    variant,
                    switch (message) {
                        case Msg.None none -> core.variant(0, 0, 0);
                        case Msg.Num(long number) -> core.variant(1, number, 0);
                        case Msg.Text(String text) -> {
                            long slice = Strings.lower(variant, text);
                            yield core.variant(2, Integer.toUnsignedLong(Slice.pointer(slice)), Slice.length(slice));
                        }
                    },
                    8);
            LinearMemory memory = variant.memory();
            Msg result = switch (memory.getByte(area)) {
                case 0 -> new Msg.None();
                case 1 -> new Msg.Num(memory.getLong(area + 8));
                case 2 -> new Msg.Text(Strings.lift(variant, memory.getLong(area + 8)));
                default -> throw variant.trap("no such case");
            };
            core.variantPost(area);
            variant.leave();
            return result;
        } catch (RuntimeException refused) {
            throw variant.abandon(refused);
        }
    }

    long sumEntries(EntryList list) {
        entries.enter();
        try {
            int pointer = entries.realloc(0, 0, Integer.BYTES, Math.multiplyExact(list.size(), ENTRY_BYTES));
            LinearMemory memory = entries.memory();
            for (int i = 0; i < list.size(); i++) {
                memory.putInt(pointer + i * ENTRY_BYTES, list.low(i));
                memory.putInt(pointer + i * ENTRY_BYTES + Integer.BYTES, list.high(i));
            }
            long result = entriesCore.sum(pointer, list.size());
            entries.leave();
            return result;
        } catch (RuntimeException refused) {
            throw entries.abandon(refused);
        }
    }

    /** The same of numbers that are no list of entries yet, the lower and the higher ones: it is made in the memory. */
    long sumEntries(int[] lows, int[] highs) {
        entries.enter();
        try {
            int pointer = entries.realloc(0, 0, Integer.BYTES, Math.multiplyExact(lows.length, ENTRY_BYTES));
            LinearMemory memory = entries.memory();
            for (int i = 0; i < lows.length; i++) {
                memory.putInt(pointer + i * ENTRY_BYTES, lows[i]);
                memory.putInt(pointer + i * ENTRY_BYTES + Integer.BYTES, highs[i]);
            }
            long result = entriesCore.sum(pointer, lows.length);
            entries.leave();
            return result;
        } catch (RuntimeException refused) {
            throw entries.abandon(refused);
        }
    }

    private static int aligned(ExportCall call, int pointer, int alignment) {
        if ((pointer & (alignment - 1)) != 0) {
            throw call.trap("unaligned pointer");
        }
        return pointer;
    }

    /** The core functions of the callee. */
    public interface Core {

        @CoreFunction(name = "add", type = "func(a: u32, b: u32) -> u32")
        int add(int a, int b);

        @CoreFunction(name = "echo-string", type = "func(s: string) -> string")
        int echo(int pointer, int length);

        @PostReturn("echo-string")
        void echoPost(int area);

        @CoreFunction(name = "sum-list", type = "func(xs: list<u64>) -> u64")
        long sum(int pointer, int count);

        @CoreFunction(
                name = "roundtrip",
                type = "func(r: record{id: u32, name: string, score: f64, tags: list<string>, pos: tuple<s32, s32>})"
                        + " -> record{id: u32, name: string, score: f64, tags: list<string>, pos: tuple<s32, s32>}")
        int roundtrip(int id, int name, int nameLength, double score, int tags, int tagsCount, int x, int y);

        @PostReturn("roundtrip")
        void roundtripPost(int area);

        @CoreFunction(
                name = "roundtrip-variant",
                type = "func(m: variant{none, num(u64), text(string)}) -> variant{none, num(u64), text(string)}")
        int variant(int discriminant, long payload, int length);

        @PostReturn("roundtrip-variant")
        void variantPost(int area);
    }

    /** The core function over entries. */
    public interface EntriesCore {

        @CoreFunction(name = "sum-list", type = "func(xs: list<record{low: u32, high: u32}>) -> u64")
        long sum(int pointer, int count);
    }
}
