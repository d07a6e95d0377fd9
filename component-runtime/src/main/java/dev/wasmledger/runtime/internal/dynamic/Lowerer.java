package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.runtime.abi.LinearMemory;
import dev.wasmledger.runtime.abi.Lists;
import dev.wasmledger.runtime.abi.Slice;
import dev.wasmledger.runtime.abi.Strings;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.instance.HostSide;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes values (CanonicalABI.md, "Storing" and "Flat Lowering"). They have been checked against their types. */
final class Lowerer {

    private static final Layout LAYOUT = Layout.MEMORY32;

    private final HostSide options;
    private final Map<ResourceType, Integer> resources;

    Lowerer(HostSide options, Map<ResourceType, Integer> resources) {
        this.options = options;
        this.resources = resources;
    }

    /** Where the parts of a value are written to: core values or memory. */
    private interface Target {

        /** A scalar of so many bytes in memory; a float as its bits. */
        void scalar(int bytes, long value);

        /** A part that begins that many bytes, or that many core values, further on. */
        Target part(int bytes, int values);
    }

    private static final class Flat implements Target {
        private final long[] values;
        private final int at;

        Flat(long[] values, int at) {
            this.values = values;
            this.at = at;
        }

        @Override
        public void scalar(int bytes, long value) {
            // As an i64 carries a narrower payload: zero-extended (CanonicalABI.md, lower_flat_variant).
            values[at] = bytes == 8 ? value : value & 0xffff_ffffL;
        }

        @Override
        public Target part(int bytes, int further) {
            return new Flat(values, at + further);
        }
    }

    private record Memory(LinearMemory memory, int address) implements Target {
        @Override
        public void scalar(int bytes, long value) {
            switch (bytes) {
                case 1 -> memory.putByte(address, (byte) value);
                case 2 -> memory.putShort(address, (short) value);
                case 4 -> memory.putInt(address, (int) value);
                default -> memory.putLong(address, value);
            }
        }

        @Override
        public Target part(int bytes, int further) {
            return new Memory(memory, address + bytes);
        }
    }

    /** Arguments: core values, or a pointer to them where they are too many. */
    long[] arguments(List<ValType> types, List<Val> values) {
        int count = Flattening.MEMORY32.flatCount(types);
        if (count <= Flattening.MAX_FLAT_PARAMS) {
            long[] flat = new long[count];
            fields(types, values, new Flat(flat, 0));
            return flat;
        }
        ValType tuple = new TupleType(types);
        int pointer = options.realloc(0, 0, LAYOUT.alignment(tuple), LAYOUT.elemSize(tuple));
        fields(types, values, new Memory(options.memory(), pointer));
        return new long[] {pointer};
    }

    /**
     * A result of the host's.
     *
     * @param pointer where to write it if it does not fit in a core value
     */
    long[] result(ValType type, Val value, int pointer) {
        if (Flattening.MEMORY32.flatCount(List.of(type)) <= Flattening.MAX_FLAT_RESULTS) {
            long[] flat = new long[1];
            lower(type, value, new Flat(flat, 0));
            return flat;
        }
        store(type, value, pointer);
        return new long[0];
    }

    /** Writes a result to where the caller wants it. */
    void store(ValType type, Val value, int pointer) {
        if ((pointer & (LAYOUT.alignment(type) - 1)) != 0) {
            throw options.trap("unaligned pointer: " + Integer.toUnsignedString(pointer) + " for a result");
        }
        if (Integer.toUnsignedLong(pointer) + LAYOUT.elemSize(type)
                > options.memory().byteSize()) {
            throw options.trap("pointer out of bounds of memory: " + Integer.toUnsignedString(pointer));
        }
        lower(type, value, new Memory(options.memory(), pointer));
    }

    private void lower(ValType type, Val value, Target target) {
        switch (value) {
            case Val.Bool(boolean v) -> target.scalar(1, v ? 1 : 0);
            case Val.S8(byte v) -> target.scalar(1, v);
            case Val.U8(byte v) -> target.scalar(1, Byte.toUnsignedLong(v));
            case Val.S16(short v) -> target.scalar(2, v);
            case Val.U16(short v) -> target.scalar(2, Short.toUnsignedLong(v));
            case Val.S32(int v) -> target.scalar(4, v);
            case Val.U32(int v) -> target.scalar(4, v);
            case Val.S64(long v) -> target.scalar(8, v);
            case Val.U64(long v) -> target.scalar(8, v);
            case Val.F32(float v) -> target.scalar(4, Float.floatToRawIntBits(v));
            case Val.F64(double v) -> target.scalar(8, Double.doubleToRawLongBits(v));
            case Val.Char(int v) -> target.scalar(4, v);
            case Val.Str(String v) -> slice(Strings.lower(options, v), target);
            case Val.Flags(var labels) -> flags(((FlagsType) type).labels(), labels, target);
            case Val.EnumCase(String label) -> {
                List<String> labels = ((EnumType) type).labels();
                target.scalar(Layout.discriminantSize(labels.size()), labels.indexOf(label));
            }
            case Val.Option(var some) -> {
                ValType payload = ((OptionType) type).type();
                List<Case> cases = List.of(new Case("none", Optional.empty()), new Case("some", Optional.of(payload)));
                variant(cases, some.isPresent() ? 1 : 0, some, target);
            }
            case Val.Result(boolean ok, var payload) -> {
                var result = (ResultType) type;
                List<Case> cases = List.of(new Case("ok", result.ok()), new Case("error", result.error()));
                variant(cases, ok ? 0 : 1, payload, target);
            }
            case Val.Variant(String label, var payload) -> {
                List<Case> cases = ((VariantType) type).cases();
                int index = cases.stream().map(Case::label).toList().indexOf(label);
                variant(cases, index, payload, target);
            }
            case Val.RecordOf(var byName) -> {
                List<Field> fields = ((RecordType) type).fields();
                var values = fields.stream()
                        .map(field ->
                                Optional.ofNullable(byName.get(field.label())).orElseThrow())
                        .toList();
                fields(fields.stream().map(Field::type).toList(), values, target);
            }
            case Val.Tuple(var values) -> fields(((TupleType) type).types(), values, target);
            case Val.ListOf(var elements) -> {
                var list = (ListType) type;
                if (list.length().isPresent()) {
                    elements(list.element(), elements, target);
                } else {
                    list(list.element(), elements, target);
                }
            }
            case Val.Handle(Object resource) -> target.scalar(4, handle(type, resource));
            case Val.MapOf(var entries) -> {
                var map = (MapType) type;
                List<Val> pairs = entries.stream()
                        .map(entry -> (Val) new Val.Tuple(List.of(entry.key(), entry.value())))
                        .toList();
                list(new TupleType(List.of(map.key(), map.value())), pairs, target);
            }
        }
    }

    private int handle(ValType type, Object resource) {
        return switch (type) {
            case OwnType(ResourceType owned) -> options.lowerOwn(resources.getOrDefault(owned, -1), resource);
            case BorrowType(ResourceType lent) -> options.lowerBorrow(resources.getOrDefault(lent, -1), resource);
            default -> throw new IllegalArgumentException("no handle type: " + type);
        };
    }

    private static void flags(List<String> labels, Set<String> set, Target target) {
        long bits = 0;
        for (int i = 0; i < labels.size(); i++) {
            if (set.contains(labels.get(i))) {
                bits |= 1L << i;
            }
        }
        target.scalar(Layout.flagsSize(labels.size()), bits);
    }

    private void variant(List<Case> cases, int index, Optional<Val> payload, Target target) {
        target.scalar(Layout.discriminantSize(cases.size()), index);
        payload.ifPresent(value ->
                lower(cases.get(index).type().orElseThrow(), value, target.part(LAYOUT.payloadOffset(cases), 1)));
    }

    private void fields(List<ValType> types, List<Val> values, Target target) {
        List<Integer> offsets = LAYOUT.fieldOffsets(types);
        int flat = 0;
        for (int i = 0; i < types.size(); i++) {
            lower(types.get(i), values.get(i), target.part(offsets.get(i), flat));
            flat += Flattening.MEMORY32.flatCount(List.of(types.get(i)));
        }
    }

    private void list(ValType element, List<Val> values, Target target) {
        int pointer = Lists.allocate(options, values.size(), LAYOUT.elemSize(element), LAYOUT.alignment(element));
        elements(element, values, new Memory(options.memory(), pointer));
        slice(Slice.of(pointer, values.size()), target);
    }

    private void elements(ValType element, List<Val> values, Target target) {
        int flat = Flattening.MEMORY32.flatCount(List.of(element));
        for (int i = 0; i < values.size(); i++) {
            lower(element, values.get(i), target.part(i * LAYOUT.elemSize(element), i * flat));
        }
    }

    private static void slice(long slice, Target target) {
        target.scalar(4, Slice.pointer(slice));
        target.part(4, 1).scalar(4, Slice.length(slice));
    }
}
