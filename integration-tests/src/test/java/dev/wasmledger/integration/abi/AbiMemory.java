package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.wit.StringEncoding;
import dev.wasmledger.runtime.dynamic.Val;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * {@code load}, {@code store}, {@code lift_flat} and {@code lower_flat} of {@code definitions.py} over an array that stands
 * for a stretch of a guest's memory. Flat values are carried as bits: an i32 or f32 in the lower half, the upper half 0.
 */
final class AbiMemory {

    private static final int UTF16_TAG = 1 << 31;
    private static final long LOW_HALF = 0xffff_ffffL;

    private final byte[] bytes;
    private final int base;
    private final StringEncoding encoding;
    private final Mistake mistake;
    private int free;

    /**
     * A stretch of memory.
     *
     * @param base the address of its first byte; what is stored and has no place of its own is put there and behind
     * @param mistake to make
     */
    AbiMemory(byte[] bytes, int base, StringEncoding encoding, Mistake mistake) {
        this.bytes = bytes;
        this.base = base;
        this.free = base;
        this.encoding = encoding;
        this.mistake = mistake;
    }

    /** What has been stored. */
    byte[] used() {
        return Arrays.copyOf(bytes, free - base);
    }

    int allocate(int size, int alignment) {
        int pointer = AbiTypes.align(free, alignment);
        free = pointer + size;
        return pointer;
    }

    void store(Val value, ValType type, int pointer) {
        if (AbiTypes.fields(type).isPresent()) {
            int at = pointer;
            Iterator<Val> values = AbiValues.fields(value, type).iterator();
            for (ValType field : AbiTypes.fields(type).get()) {
                at = mistake == Mistake.NO_ALIGNMENT ? at : AbiTypes.align(at, AbiTypes.alignment(field));
                store(values.next(), field, at);
                at += AbiTypes.elemSize(field);
            }
        } else if (AbiTypes.cases(type).isPresent()) {
            AbiValues.Chosen chosen = AbiValues.chosen(value, type);
            putInt(pointer, discriminantSize(type), chosen.index());
            Optional<ValType> payload = AbiTypes.cases(type).get().get(chosen.index());
            payload.ifPresent(one -> store(chosen.payload().orElseThrow(), one, pointer + payloadOffset(type)));
        } else if (isSlice(type)) {
            long[] slice = lowerFlat(value, type).stream().mapToLong(n -> n).toArray();
            putInt(pointer, 4, slice[0]);
            putInt(pointer + 4, 4, slice[1]);
        } else {
            putInt(pointer, AbiTypes.elemSize(type), lowerFlat(value, type).getFirst());
        }
    }

    Val load(ValType type, int pointer) {
        if (AbiTypes.fields(type).isPresent()) {
            var values = new ArrayList<Val>();
            int at = pointer;
            for (ValType field : AbiTypes.fields(type).get()) {
                at = mistake == Mistake.NO_ALIGNMENT ? at : AbiTypes.align(at, AbiTypes.alignment(field));
                values.add(load(field, at));
                at += AbiTypes.elemSize(field);
            }
            return AbiValues.ofFields(values, type);
        }
        if (AbiTypes.cases(type).isPresent()) {
            int index = (int) getInt(pointer, discriminantSize(type));
            Optional<ValType> payload = AbiTypes.cases(type).get().get(index);
            return AbiValues.ofCase(index, payload.map(one -> load(one, pointer + payloadOffset(type))), type);
        }
        if (isSlice(type)) {
            return liftFlat(
                    type, List.of(getInt(pointer, 4), getInt(pointer + 4, 4)).iterator());
        }
        long bits = getInt(pointer, AbiTypes.elemSize(type));
        return type instanceof FlagsType flags
                ? AbiValues.ofBits(flagBits(bits, flags), flags)
                : ofBits(bits, ((PrimValType) type).primitive());
    }

    List<Long> lowerFlat(Val value, ValType type) {
        var flat = new ArrayList<Long>();
        if (AbiTypes.fields(type).isPresent()) {
            Iterator<Val> values = AbiValues.fields(value, type).iterator();
            AbiTypes.fields(type).get().forEach(field -> flat.addAll(lowerFlat(values.next(), field)));
            return flat;
        }
        if (AbiTypes.cases(type).isPresent()) {
            AbiValues.Chosen chosen = AbiValues.chosen(value, type);
            flat.add((long) chosen.index());
            AbiTypes.cases(type)
                    .get()
                    .get(chosen.index())
                    .ifPresent(payload -> flat.addAll(lowerFlat(chosen.payload().orElseThrow(), payload)));
            while (flat.size() < AbiTypes.flatten(type).size()) {
                flat.add(0L);
            }
            return flat;
        }
        return switch (type) {
            case PrimValType prim when value instanceof Val.Str(String text) -> storeString(text);
            case PrimValType prim -> List.of(bits(value));
            case FlagsType flags -> List.of(flagBits(AbiValues.bits(value, flags) & LOW_HALF, flags));
            case ListType(ValType element, var length) -> storeList(((Val.ListOf) value).elements(), element);
            case MapType map -> storeList(AbiValues.tuples((Val.MapOf) value), AbiTypes.entry(map));
            default -> throw new IllegalArgumentException("not a type of this test: " + type);
        };
    }

    /** Takes from the iterator what the type is flattened to. */
    Val liftFlat(ValType type, Iterator<Long> flat) {
        if (AbiTypes.fields(type).isPresent()) {
            var values = new ArrayList<Val>();
            AbiTypes.fields(type).get().forEach(field -> values.add(liftFlat(field, flat)));
            return AbiValues.ofFields(values, type);
        }
        if (AbiTypes.cases(type).isPresent()) {
            int index = flat.next().intValue();
            var payloadFlat = new ArrayList<Long>();
            for (int i = AbiTypes.flatten(type).size(); i > 1; i--) {
                payloadFlat.add(flat.next());
            }
            Optional<ValType> payload = AbiTypes.cases(type).get().get(index);
            return AbiValues.ofCase(index, payload.map(one -> liftFlat(one, payloadFlat.iterator())), type);
        }
        return switch (type) {
            case PrimValType(Primitive primitive)
            when primitive == Primitive.STRING ->
                new Val.Str(loadString(flat.next().intValue(), flat.next().intValue()));
            case PrimValType(Primitive primitive) -> {
                long bits = flat.next();
                Val value = ofBits(bits, primitive);
                if (bits(value) != bits && !AbiValues.isNan(value)) {
                    throw new AssertionError(value + " has the bits " + Long.toHexString(bits));
                }
                yield value;
            }
            case FlagsType flags -> AbiValues.ofBits(flagBits(flat.next(), flags), flags);
            case ListType(ValType element, var length) ->
                new Val.ListOf(
                        range(element, flat.next().intValue(), flat.next().intValue()));
            case MapType map ->
                AbiValues.ofTuples(range(
                        AbiTypes.entry(map), flat.next().intValue(), flat.next().intValue()));
            default -> throw new IllegalArgumentException("not a type of this test: " + type);
        };
    }

    /** Whether it is a pointer and a length. */
    private static boolean isSlice(ValType type) {
        return type instanceof ListType
                || type instanceof MapType
                || (type instanceof PrimValType(Primitive primitive) && primitive == Primitive.STRING);
    }

    private List<Val> range(ValType element, int pointer, int count) {
        var elements = new ArrayList<Val>();
        for (int i = 0; i < count; i++) {
            elements.add(load(element, pointer + i * stride(element)));
        }
        return elements;
    }

    private List<Long> storeList(List<Val> elements, ValType element) {
        int pointer = allocate(elements.size() * stride(element), AbiTypes.alignment(element));
        for (int i = 0; i < elements.size(); i++) {
            store(elements.get(i), element, pointer + i * stride(element));
        }
        return List.of((long) pointer, (long) elements.size());
    }

    private List<Long> storeString(String text) {
        boolean latin1 = text.chars().allMatch(c -> c < 0x100);
        return switch (encoding) {
            case UTF8 -> storeString(text, StandardCharsets.UTF_8, 1, 0);
            case UTF16 -> storeString(text, StandardCharsets.UTF_16LE, 2, 0);
            case COMPACT_UTF16 ->
                latin1
                        ? storeString(text, StandardCharsets.ISO_8859_1, 1, 0)
                        : storeString(
                                text, StandardCharsets.UTF_16LE, 2, mistake == Mistake.NO_UTF16_TAG ? 0 : UTF16_TAG);
        };
    }

    private List<Long> storeString(String text, Charset charset, int unit, int tag) {
        byte[] encoded = text.getBytes(charset);
        int pointer = allocate(encoded.length, encoding == StringEncoding.UTF8 ? 1 : 2);
        System.arraycopy(encoded, 0, bytes, pointer - base, encoded.length);
        return List.of((long) pointer, (length(encoded, unit) | tag) & LOW_HALF);
    }

    private String loadString(int pointer, int taggedUnits) {
        boolean utf16 = encoding == StringEncoding.UTF16
                || (encoding == StringEncoding.COMPACT_UTF16 && (taggedUnits & UTF16_TAG) != 0);
        Charset charset = utf16
                ? StandardCharsets.UTF_16LE
                : encoding == StringEncoding.UTF8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        int units = encoding == StringEncoding.COMPACT_UTF16 ? taggedUnits & ~UTF16_TAG : taggedUnits;
        return new String(bytes, pointer - base, utf16 ? 2 * units : units, charset);
    }

    /** {@code maybe_scramble_nan32}: any NaN will do. */
    static int scrambled(float value) {
        return Float.isNaN(value) ? 0xffc0_0001 : Float.floatToRawIntBits(value);
    }

    static long scrambled(double value) {
        return Double.isNaN(value) ? 0xfff8_0000_0000_0001L : Double.doubleToRawLongBits(value);
    }

    private int length(byte[] encoded, int unit) {
        return mistake == Mistake.LENGTH_IN_BYTES ? encoded.length : encoded.length / unit;
    }

    private int discriminantSize(ValType type) {
        return mistake == Mistake.LARGE_DISCRIMINANT ? 4 : AbiTypes.discriminantSize(type);
    }

    private int payloadOffset(ValType type) {
        return mistake == Mistake.NO_PAYLOAD_ALIGNMENT ? discriminantSize(type) : AbiTypes.payloadOffset(type);
    }

    private int stride(ValType element) {
        return AbiTypes.elemSize(element) + (mistake == Mistake.WIDE_ELEMENTS ? 1 : 0);
    }

    private long flagBits(long bits, FlagsType flags) {
        return mistake == Mistake.FLAGS_REVERSED
                ? Long.reverse(bits) >>> (Long.SIZE - flags.labels().size())
                : bits;
    }

    private long bits(Val value) {
        return switch (value) {
            case Val.Bool(boolean v) -> v ? 1 : 0;
            case Val.S8(byte v) -> v & LOW_HALF;
            case Val.U8(byte v) -> v & 0xff;
            case Val.S16(short v) -> v & LOW_HALF;
            case Val.U16(short v) -> v & 0xffff;
            case Val.S32(int v) -> v & LOW_HALF;
            case Val.U32(int v) -> v & LOW_HALF;
            case Val.S64(long v) -> v;
            case Val.U64(long v) -> v;
            case Val.F32(float v) -> scrambled(v) & LOW_HALF;
            case Val.F64(double v) ->
                mistake == Mistake.HALVES_SWAPPED ? Long.rotateLeft(scrambled(v), 32) : scrambled(v);
            case Val.Char(int codePoint) -> codePoint;
            default -> throw new IllegalArgumentException("no scalar: " + value);
        };
    }

    private Val ofBits(long bits, Primitive primitive) {
        return switch (primitive) {
            case BOOL -> new Val.Bool((int) bits != 0);
            case S8 -> new Val.S8((byte) bits);
            case U8 -> new Val.U8((byte) bits);
            case S16 -> new Val.S16((short) bits);
            case U16 -> new Val.U16((short) bits);
            case S32 -> new Val.S32((int) bits);
            case U32 -> new Val.U32((int) bits);
            case S64 -> new Val.S64(bits);
            case U64 -> new Val.U64(bits);
            case F32 -> new Val.F32(Float.intBitsToFloat((int) bits));
            case F64 -> new Val.F64(Double.longBitsToDouble(bits));
            case CHAR -> new Val.Char((int) bits);
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException("no scalar: " + primitive);
        };
    }

    private void putInt(int address, int size, long value) {
        for (int i = 0; i < size; i++) {
            bytes[address - base + i] = (byte) (value >> (8 * i));
        }
    }

    private long getInt(int address, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[address - base + i] & 0xffL) << (8 * i);
        }
        return value;
    }
}
