package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.abi.Checks;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.Lists;
import dev.wasmledger.runtime.abi.Strings;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.instance.HostSide;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads values (CanonicalABI.md, "Loading" and "Flat Lifting"). */
final class Lifter {

    private static final Layout LAYOUT = Layout.MEMORY32;

    private final HostSide options;
    private final Map<ResourceType, Integer> resources;

    Lifter(HostSide options, Map<ResourceType, Integer> resources) {
        this.options = options;
        this.resources = resources;
    }

    /** Where the parts of a value are read from: core values or memory. */
    private interface Source {

        /** A scalar of so many bytes in memory; a float as its bits. The bits beyond its own size mean nothing. */
        long scalar(int bytes);

        /** A part that begins that many bytes, or that many core values, further on. */
        Source part(int bytes, int values);
    }

    /** Arguments: core values, or a pointer to them where they are too many. */
    List<Val> arguments(List<ValType> types, long[] values) {
        return arguments(types, values, Flattening.MAX_FLAT_PARAMS);
    }

    /** The same, where other than the usual number of core values are too many. */
    List<Val> arguments(List<ValType> types, long[] values, int maxFlat) {
        if (Flattening.MEMORY32.flatCount(types) <= maxFlat) {
            return fields(types, new Flat(values, 0));
        }
        return fields(types, area(new TupleType(types), (int) values[0], "arguments"));
    }

    /** A result: a core value itself, or a pointer to what does not fit in one. */
    Val result(ValType type, long[] results) {
        if (Flattening.MEMORY32.flatCount(List.of(type)) <= Flattening.MAX_FLAT_RESULTS) {
            return lift(type, new Flat(results, 0));
        }
        return lift(type, area(type, (int) results[0], "a result"));
    }

    private Source area(ValType type, int pointer, String what) {
        if ((pointer & (LAYOUT.alignment(type) - 1)) != 0) {
            throw options.trap("unaligned pointer: " + Integer.toUnsignedString(pointer) + " to " + what);
        }
        if (Integer.toUnsignedLong(pointer) + LAYOUT.elemSize(type)
                > options.memory().byteSize()) {
            throw options.trap("pointer out of bounds of memory: " + Integer.toUnsignedString(pointer));
        }
        return new Memory(options.memory(), pointer);
    }

    private static final class Flat implements Source {
        private final long[] values;
        private final int at;

        Flat(long[] values, int at) {
            this.values = values;
            this.at = at;
        }

        @Override
        public long scalar(int bytes) {
            return values[at];
        }

        @Override
        public Source part(int bytes, int further) {
            return new Flat(values, at + further);
        }
    }

    private record Memory(LinearMemory memory, int address) implements Source {
        @Override
        public long scalar(int bytes) {
            return switch (bytes) {
                case 1 -> memory.getByte(address);
                case 2 -> memory.getShort(address);
                case 4 -> memory.getInt(address);
                default -> memory.getLong(address);
            };
        }

        @Override
        public Source part(int bytes, int further) {
            return new Memory(memory, address + bytes);
        }
    }

    private Val lift(ValType type, Source source) {
        return switch (type) {
            case PrimValType(Primitive primitive) -> primitive(primitive, source);
            case FlagsType(List<String> labels) -> flags(labels, source);
            case EnumType(List<String> labels) -> new Val.EnumCase(labels.get(discriminant(labels.size(), source)));
            case OptionType(ValType some) ->
                new Val.Option(payload(
                                List.of(new Case("none", Optional.empty()), new Case("some", Optional.of(some))),
                                source)
                        .value());
            case ResultType(var ok, var error) -> {
                Val.Variant lifted = payload(List.of(new Case("ok", ok), new Case("error", error)), source);
                yield new Val.Result(lifted.label().equals("ok"), lifted.value());
            }
            case VariantType(List<Case> cases) -> payload(cases, source);
            case RecordType(List<Field> fields) -> {
                List<Val> values = fields(fields.stream().map(Field::type).toList(), source);
                Map<String, Val> record = new LinkedHashMap<>();
                for (int i = 0; i < values.size(); i++) {
                    record.put(fields.get(i).label(), values.get(i));
                }
                yield new Val.RecordOf(record);
            }
            case TupleType(List<ValType> types) -> new Val.Tuple(fields(types, source));
            case ListType(ValType element, var length) ->
                new Val.ListOf(
                        length.isPresent() ? elements(element, length.getAsInt(), source) : list(element, source));
            case MapType(ValType key, ValType value) ->
                new Val.MapOf(list(new TupleType(List.of(key, value)), source).stream()
                        .map(entry -> ((Val.Tuple) entry).values())
                        .map(entry -> new Val.Entry(entry.get(0), entry.get(1)))
                        .toList());
            case OwnType(ResourceType resource) ->
                new Val.Handle(options.liftOwn(resources.getOrDefault(resource, -1), (int) source.scalar(4)));
            case BorrowType(ResourceType resource) ->
                new Val.Handle(options.liftBorrow(resources.getOrDefault(resource, -1), (int) source.scalar(4)));
            case StreamType stream -> throw new NotBuiltException("streams");
            case FutureType future -> throw new NotBuiltException("futures");
        };
    }

    private Val primitive(Primitive primitive, Source source) {
        return switch (primitive) {
            case BOOL -> new Val.Bool((int) source.scalar(1) != 0);
            case S8 -> new Val.S8((byte) source.scalar(1));
            case U8 -> new Val.U8((byte) source.scalar(1));
            case S16 -> new Val.S16((short) source.scalar(2));
            case U16 -> new Val.U16((short) source.scalar(2));
            case S32 -> new Val.S32((int) source.scalar(4));
            case U32 -> new Val.U32((int) source.scalar(4));
            case S64 -> new Val.S64(source.scalar(8));
            case U64 -> new Val.U64(source.scalar(8));
            case F32 -> new Val.F32(Checks.canonical(Float.intBitsToFloat((int) source.scalar(4))));
            case F64 -> new Val.F64(Checks.canonical(Double.longBitsToDouble(source.scalar(8))));
            case CHAR -> new Val.Char(character((int) source.scalar(4)));
            case STRING ->
                new Val.Str(Strings.lift(
                        options, (int) source.scalar(4), (int) source.part(4, 1).scalar(4)));
            case ERROR_CONTEXT -> throw new NotBuiltException("error-context");
        };
    }

    private int character(int codePoint) {
        if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
            throw options.trap("invalid `char` bit pattern: 0x" + Integer.toHexString(codePoint));
        }
        return codePoint;
    }

    private static Val flags(List<String> labels, Source source) {
        long bits = source.scalar(Layout.flagsSize(labels.size()));
        Set<String> set = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            if (((bits >>> i) & 1) == 1) {
                set.add(labels.get(i));
            }
        }
        return new Val.Flags(set);
    }

    private int discriminant(int cases, Source source) {
        int bytes = Layout.discriminantSize(cases);
        long mask = source instanceof Memory ? (1L << (bytes * Byte.SIZE)) - 1 : 0xffff_ffffL;
        long discriminant = source.scalar(bytes) & mask;
        if (discriminant >= cases) {
            throw options.trap("invalid variant discriminant " + discriminant + " of " + cases + " cases");
        }
        return (int) discriminant;
    }

    private Val.Variant payload(List<Case> cases, Source source) {
        Case chosen = cases.get(discriminant(cases.size(), source));
        Source payload = source.part(LAYOUT.payloadOffset(cases), 1);
        return new Val.Variant(chosen.label(), chosen.type().map(type -> lift(type, payload)));
    }

    private List<Val> fields(List<ValType> types, Source source) {
        List<Integer> offsets = LAYOUT.fieldOffsets(types);
        var values = new ArrayList<Val>();
        int flat = 0;
        for (int i = 0; i < types.size(); i++) {
            values.add(lift(types.get(i), source.part(offsets.get(i), flat)));
            flat += Flattening.MEMORY32.flatCount(List.of(types.get(i)));
        }
        return values;
    }

    private List<Val> list(ValType element, Source source) {
        int pointer = (int) source.scalar(4);
        int count = (int) source.part(4, 1).scalar(4);
        Lists.check(options.memory(), pointer, count, LAYOUT.elemSize(element), LAYOUT.alignment(element));
        return elements(element, count, new Memory(options.memory(), pointer));
    }

    private List<Val> elements(ValType element, int count, Source source) {
        int flat = Flattening.MEMORY32.flatCount(List.of(element));
        var values = new ArrayList<Val>();
        for (int i = 0; i < count; i++) {
            values.add(lift(element, source.part(i * LAYOUT.elemSize(element), i * flat)));
        }
        return values;
    }
}
