package dev.wasmledger.benchmarks.boundary;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes {@code wasmtime_component_val_t}s ({@code wasmtime/component/val.h}): a kind, and eight bytes behind it the value. */
final class WasmtimeValues {

    static final long SIZE = 32;
    private static final long VALUE = 8;
    private static final long ENTRY_SIZE = 16 + SIZE;

    private static final byte U8 = 2;
    private static final byte S32 = 5;
    private static final byte U32 = 6;
    private static final byte U64 = 8;
    private static final byte F64 = 10;
    static final byte STRING = 12;
    private static final byte LIST = 13;
    private static final byte RECORD = 14;
    private static final byte TUPLE = 15;
    private static final byte VARIANT = 16;

    private final Arena arena;

    WasmtimeValues(Arena arena) {
        this.arena = arena;
    }

    /** An array of values. */
    MemorySegment arguments(int count) {
        return arena.allocate(SIZE * count, VALUE);
    }

    void s32(MemorySegment array, int index, int value) {
        kind(array, index, S32).set(ValueLayout.JAVA_INT, VALUE, value);
    }

    void u32(MemorySegment array, int index, int value) {
        kind(array, index, U32).set(ValueLayout.JAVA_INT, VALUE, value);
    }

    void u64(MemorySegment array, int index, long value) {
        kind(array, index, U64).set(ValueLayout.JAVA_LONG, VALUE, value);
    }

    void f64(MemorySegment array, int index, double value) {
        kind(array, index, F64).set(ValueLayout.JAVA_DOUBLE, VALUE, value);
    }

    void string(MemorySegment array, int index, String text) {
        name(kind(array, index, STRING), VALUE, text);
    }

    /** The UTF-8 of a text. */
    MemorySegment bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        MemorySegment bytes = arena.allocate(utf8.length);
        MemorySegment.copy(utf8, 0, bytes, ValueLayout.JAVA_BYTE, 0, utf8.length);
        return bytes;
    }

    void u64List(MemorySegment array, int index, long[] numbers) {
        MemorySegment elements = arguments(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            u64(elements, i, numbers[i]);
        }
        list(array, index, elements);
    }

    void u8List(MemorySegment array, int index, byte[] numbers) {
        MemorySegment elements = arguments(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            kind(elements, i, U8).set(ValueLayout.JAVA_BYTE, VALUE, numbers[i]);
        }
        list(array, index, elements);
    }

    void list(MemorySegment array, int index, MemorySegment elements) {
        vector(kind(array, index, LIST), elements.byteSize() / SIZE, elements);
    }

    void tuple(MemorySegment array, int index, MemorySegment elements) {
        vector(kind(array, index, TUPLE), elements.byteSize() / SIZE, elements);
    }

    void record(MemorySegment array, int index, List<String> names, MemorySegment fields) {
        MemorySegment entries = arena.allocate(ENTRY_SIZE * names.size(), VALUE);
        for (int i = 0; i < names.size(); i++) {
            name(entries, ENTRY_SIZE * i, names.get(i));
            MemorySegment.copy(fields, SIZE * i, entries, ENTRY_SIZE * i + 16, SIZE);
        }
        vector(kind(array, index, RECORD), names.size(), entries);
    }

    void variant(MemorySegment array, int index, String label, MemorySegment payload) {
        MemorySegment value = kind(array, index, VARIANT);
        name(value, VALUE, label);
        value.set(ValueLayout.ADDRESS, VALUE + 16, payload);
    }

    private static MemorySegment kind(MemorySegment array, int index, byte kind) {
        MemorySegment value = array.asSlice(SIZE * index, SIZE);
        value.set(ValueLayout.JAVA_BYTE, 0, kind);
        return value;
    }

    private static void vector(MemorySegment value, long size, MemorySegment data) {
        value.set(ValueLayout.JAVA_LONG, VALUE, size);
        value.set(ValueLayout.ADDRESS, VALUE + 8, data);
    }

    private void name(MemorySegment at, long offset, String text) {
        MemorySegment bytes = bytes(text);
        at.set(ValueLayout.JAVA_LONG, offset, bytes.byteSize());
        at.set(ValueLayout.ADDRESS, offset + 8, bytes);
    }
}
