package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.runtime.dynamic.Val;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Seeded values of any type; the ends of ranges, odd numbers and characters of all lengths among them. */
final class RandomValues {

    private static final String[] TEXTS = {"", "ascii only", "é", "größe", "☃☺", "𝄞 and more", "日本語", "\0\n\uFFFD"};
    private static final int[] CHARS = {0, 'a', 0x7f, 0x80, 0xff, 0x7ff, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff};
    private static final long[] EDGES = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x80, 0x8000, 0x8000_0000L};
    private static final double[] FLOATS = {0.0, -0.0, 1.5, Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e-310};

    private final Random random;
    private final int[] chars;

    RandomValues(Random random, Mistake mistake) {
        this.random = random;
        this.chars = mistake == Mistake.SURROGATES ? new int[] {0xd800, 0xdfff} : CHARS;
    }

    Val of(ValType type) {
        if (AbiTypes.fields(type).isPresent()) {
            return AbiValues.ofFields(
                    AbiTypes.fields(type).get().stream().map(this::of).toList(), type);
        }
        if (AbiTypes.cases(type).isPresent()) {
            List<Optional<ValType>> cases = AbiTypes.cases(type).get();
            int index = random.nextInt(cases.size());
            return AbiValues.ofCase(index, cases.get(index).map(this::of), type);
        }
        return switch (type) {
            case PrimValType(Primitive primitive) -> scalar(primitive);
            case FlagsType flags -> AbiValues.ofBits(random.nextInt(), flags);
            case ListType(ValType element, var length) -> elements(element);
            case MapType(ValType key, ValType value) -> entries(value);
            default -> throw new IllegalArgumentException("not a type of this test: " + type);
        };
    }

    /** With texts as keys, each another one. */
    private Val entries(ValType value) {
        var entries = new ArrayList<Val.Entry>();
        for (int left = random.nextInt(4); left > 0; left--) {
            entries.add(new Val.Entry(new Val.Str(TEXTS[3] + left), of(value)));
        }
        return new Val.MapOf(entries);
    }

    private Val elements(ValType element) {
        var elements = new ArrayList<Val>();
        for (int left = random.nextInt(5); left > 0; left--) {
            elements.add(of(element));
        }
        return new Val.ListOf(elements);
    }

    private Val scalar(Primitive primitive) {
        long bits = random.nextInt(4) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextLong();
        double number = random.nextBoolean() ? FLOATS[random.nextInt(FLOATS.length)] : random.nextGaussian();
        return switch (primitive) {
            case BOOL -> new Val.Bool((bits & 1) != 0);
            case S8 -> new Val.S8((byte) bits);
            case U8 -> new Val.U8((byte) bits);
            case S16 -> new Val.S16((short) bits);
            case U16 -> new Val.U16((short) bits);
            case S32 -> new Val.S32((int) bits);
            case U32 -> new Val.U32((int) bits);
            case S64 -> new Val.S64(bits);
            case U64 -> new Val.U64(bits);
            case F32 -> new Val.F32((float) number);
            case F64 -> new Val.F64(number);
            case CHAR -> new Val.Char(chars[random.nextInt(chars.length)]);
            case STRING -> new Val.Str(TEXTS[random.nextInt(TEXTS.length)].repeat(random.nextInt(3)));
            case ERROR_CONTEXT -> throw new IllegalArgumentException("not a value of this test");
        };
    }
}
