package dev.wasmledger.runtime;

import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.runtime.dynamic.Val;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Seeded types, defined in a component as they are made up, and values of them. */
final class RandomValues {

    private static final int MAX_DEPTH = 4;
    private static final String[] TEXTS = {"", "ascii", "é", "größe", "☃☺", "𝄞 and more", "日本語", "\0\n"};

    private final Random random;
    private final TestComponent component;

    RandomValues(long seed, TestComponent component) {
        this.random = new Random(seed);
        this.component = component;
    }

    /** A type with what makes values of it. */
    record Typed(ValTypeRef type, Supplier<Val> values) {}

    Typed type() {
        return type(0);
    }

    private Typed type(int depth) {
        return switch (random.nextInt(depth < MAX_DEPTH ? 20 : 13)) {
            case 0 -> primitive(Primitive.BOOL, () -> new Val.Bool(random.nextBoolean()));
            case 1 -> primitive(Primitive.S8, () -> new Val.S8((byte) random.nextInt()));
            case 2 -> primitive(Primitive.U8, () -> new Val.U8((byte) random.nextInt()));
            case 3 -> primitive(Primitive.S16, () -> new Val.S16((short) random.nextInt()));
            case 4 -> primitive(Primitive.U16, () -> new Val.U16((short) random.nextInt()));
            case 5 -> primitive(Primitive.S32, () -> new Val.S32(random.nextInt()));
            case 6 -> primitive(Primitive.U32, () -> new Val.U32(random.nextInt()));
            case 7 -> primitive(Primitive.S64, () -> new Val.S64(random.nextLong()));
            case 8 -> primitive(Primitive.U64, () -> new Val.U64(random.nextLong()));
            case 9 -> primitive(Primitive.F32, () -> new Val.F32(random.nextFloat()));
            case 10 -> primitive(Primitive.F64, () -> new Val.F64(random.nextDouble()));
            case 11 -> primitive(Primitive.CHAR, () -> new Val.Char(random.nextBoolean() ? 'a' : 0x1d11e));
            case 12, 13 ->
                primitive(
                        Primitive.STRING,
                        () -> new Val.Str(TEXTS[random.nextInt(TEXTS.length)].repeat(random.nextInt(4))));
            case 14 -> list(type(depth + 1));
            case 18 -> list(type(depth + 1), 1 + random.nextInt(4));
            case 19 -> map(type(depth + 1));
            case 15 -> tuple(depth);
            case 16 -> option(type(depth + 1));
            default -> result(optional(depth), optional(depth));
        };
    }

    private static Typed primitive(Primitive primitive, Supplier<Val> values) {
        return new Typed(new ValTypeRef.Prim(primitive), values);
    }

    private Typed list(Typed element) {
        return defined(new ValTypeDef.ListDef(element.type, OptionalInt.empty()), () -> {
            var elements = new ArrayList<Val>();
            for (int left = random.nextInt(5); left > 0; left--) {
                elements.add(element.values.get());
            }
            return new Val.ListOf(elements);
        });
    }

    private Typed list(Typed element, int length) {
        return defined(
                new ValTypeDef.ListDef(element.type, OptionalInt.of(length)),
                () -> new Val.ListOf(
                        Stream.generate(element.values).limit(length).toList()));
    }

    private Typed map(Typed value) {
        return defined(new ValTypeDef.MapDef(TestComponent.of(Primitive.STRING), value.type), () -> {
            var entries = new ArrayList<Val.Entry>();
            for (int left = random.nextInt(4); left > 0; left--) {
                entries.add(new Val.Entry(new Val.Str("größe" + left), value.values.get()));
            }
            return new Val.MapOf(entries);
        });
    }

    private Typed tuple(int depth) {
        var parts = new ArrayList<Typed>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            parts.add(type(depth + 1));
        }
        List<ValTypeRef> types = parts.stream().map(Typed::type).toList();
        return defined(
                new ValTypeDef.TupleDef(types),
                () -> new Val.Tuple(
                        parts.stream().map(part -> part.values.get()).toList()));
    }

    private Typed option(Typed some) {
        return defined(
                new ValTypeDef.OptionDef(some.type),
                () -> new Val.Option(random.nextBoolean() ? Optional.of(some.values.get()) : Optional.empty()));
    }

    private Typed result(Optional<Typed> ok, Optional<Typed> error) {
        return defined(new ValTypeDef.ResultDef(ok.map(Typed::type), error.map(Typed::type)), () -> {
            boolean isOk = random.nextBoolean();
            return new Val.Result(isOk, (isOk ? ok : error).map(typed -> typed.values.get()));
        });
    }

    private Optional<Typed> optional(int depth) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(type(depth + 1));
    }

    private Typed defined(ValTypeDef type, Supplier<Val> values) {
        return new Typed(TestComponent.defined(component.type(type)), values);
    }
}
