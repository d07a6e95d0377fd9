package dev.wasmledger.runtime.internal.adapter;

import dev.wasmledger.component.abi.Despecialization;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.List;

/** What is known of a type before code is written for it. */
public final class Copying {

    private Copying() {}

    /** Whether values of this type can be copied as they lie in memory: every bit pattern is valid, and no byte unused. */
    static boolean isBitwise(ValType type) {
        return switch (Despecialization.despecialize(type)) {
            case PrimValType(Primitive primitive) ->
                switch (primitive) {
                    case S8, U8, S16, U16, S32, U32, S64, U64, F32, F64 -> true;
                    case BOOL, CHAR, STRING, ERROR_CONTEXT -> false;
                };
            case FlagsType(List<String> labels) -> labels.size() == Layout.flagsSize(labels.size()) * Byte.SIZE;
            case RecordType(List<Field> fields) ->
                fields.stream().allMatch(field -> isBitwise(field.type())) && isPacked(type, fields);
            case ListType(ValType element, var length) -> length.isPresent() && isBitwise(element);
            default -> false;
        };
    }

    /** CanonicalABI.md, {@code contains_borrow}. */
    public static boolean containsBorrow(ValType type) {
        return switch (Despecialization.despecialize(type)) {
            case BorrowType borrow -> true;
            case RecordType(List<Field> fields) -> fields.stream().anyMatch(field -> containsBorrow(field.type()));
            case VariantType(List<Case> cases) ->
                cases.stream().flatMap(one -> one.type().stream()).anyMatch(Copying::containsBorrow);
            case ListType(ValType element, var length) -> containsBorrow(element);
            default -> false;
        };
    }

    private static boolean isPacked(ValType record, List<Field> fields) {
        int used = fields.stream()
                .mapToInt(field -> Layout.MEMORY32.elemSize(field.type()))
                .sum();
        return used == Layout.MEMORY32.elemSize(record);
    }

    /** About how many pieces of code a value takes. */
    static int parts(ValType type) {
        return switch (Despecialization.despecialize(type)) {
            case RecordType(List<Field> fields) ->
                1 + fields.stream().mapToInt(field -> parts(field.type())).sum();
            case VariantType(List<Case> cases) ->
                1
                        + cases.stream()
                                .mapToInt(one -> one.type().map(Copying::parts).orElse(0))
                                .sum();
            default -> 1;
        };
    }
}
