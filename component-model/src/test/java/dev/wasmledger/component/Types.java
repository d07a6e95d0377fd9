package dev.wasmledger.component;

import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Types for tests, put together briefly. */
public final class Types {

    public static final ValType BOOL = new PrimValType(Primitive.BOOL);
    public static final ValType U8 = new PrimValType(Primitive.U8);
    public static final ValType U16 = new PrimValType(Primitive.U16);
    public static final ValType U32 = new PrimValType(Primitive.U32);
    public static final ValType U64 = new PrimValType(Primitive.U64);
    public static final ValType F32 = new PrimValType(Primitive.F32);
    public static final ValType F64 = new PrimValType(Primitive.F64);
    public static final ValType STRING = new PrimValType(Primitive.STRING);

    private Types() {}

    /** A record with fields a, b, c… of these types. */
    public static RecordType record(ValType... types) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            fields.add(new Field(Character.toString('a' + i), types[i]));
        }
        return new RecordType(fields);
    }

    /** A variant with cases c0, c1… of these payloads; {@code null} for none. */
    public static VariantType variant(ValType... payloads) {
        return new VariantType(IntStream.range(0, payloads.length)
                .mapToObj(i -> new Case("c" + i, Optional.ofNullable(payloads[i])))
                .toList());
    }

    public static TupleType tuple(ValType... types) {
        return new TupleType(Arrays.asList(types));
    }

    public static ListType list(ValType element) {
        return ListType.of(element);
    }

    public static ListType list(ValType element, int length) {
        return new ListType(element, OptionalInt.of(length));
    }

    public static EnumType enumOf(int cases) {
        return new EnumType(IntStream.range(0, cases).mapToObj(i -> "c" + i).toList());
    }
}
