package dev.wasmledger.component.abi;

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
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How values lie in linear memory (CanonicalABI.md, "Alignment" and "Element Size"). All figures are bytes. A size that
 * no {@code int} holds is given as {@link Integer#MAX_VALUE}; validation accepts no type that large.
 */
public final class Layout {

    /** The layout in a memory with 32-bit addresses. */
    public static final Layout MEMORY32 = new Layout(PointerType.I32, null);

    /** The layout in a memory with 64-bit addresses. */
    public static final Layout MEMORY64 = new Layout(PointerType.I64, null);

    private final PointerType pointer;
    private final @Nullable IdentityHashMap<ValType, Long> sizes;

    private Layout(PointerType pointer, @Nullable IdentityHashMap<ValType, Long> sizes) {
        this.pointer = pointer;
        this.sizes = sizes;
    }

    /**
     * The layout in a memory with such addresses, for one thread. It keeps the sizes that it has worked out, so that types
     * that share parts cost no more than their parts.
     */
    public static Layout remembering(PointerType pointer) {
        return new Layout(pointer, new IdentityHashMap<>());
    }

    public PointerType pointerType() {
        return pointer;
    }

    /** 1, 2, 4 or 8. */
    public int alignment(ValType type) {
        return switch (type) {
            case PrimValType(Primitive primitive) ->
                primitive == Primitive.STRING ? pointer.size() : primitiveSize(primitive);
            case ListType(ValType element, var length) -> length.isPresent() ? alignment(element) : pointer.size();
            case MapType map -> pointer.size();
            case FlagsType(List<String> labels) -> flagsSize(labels.size());
            case OwnType handle -> 4;
            case BorrowType handle -> 4;
            case StreamType end -> 4;
            case FutureType end -> 4;
            case RecordType(List<Field> fields) ->
                maxAlignment(fields.stream().map(Field::type).toList());
            case TupleType(List<ValType> types) -> maxAlignment(types);
            case VariantType variant -> variantAlignment(type);
            case EnumType labels -> variantAlignment(type);
            case OptionType option -> variantAlignment(type);
            case ResultType result -> variantAlignment(type);
        };
    }

    /** What an element of this type takes in a list: the size, with the padding up to its alignment. */
    public int elemSize(ValType type) {
        return saturate(longSize(type));
    }

    /** Where each of these lies, from the start of the record or tuple that they are the fields of, in order. */
    public List<Integer> fieldOffsets(List<ValType> types) {
        var offsets = new java.util.ArrayList<Integer>(types.size());
        long offset = 0;
        for (ValType type : types) {
            offset = alignTo(offset, alignment(type));
            offsets.add(saturate(offset));
            offset += longSize(type);
        }
        return List.copyOf(offsets);
    }

    /** Where the payload lies, from the start of a variant with these cases. */
    public int payloadOffset(List<Case> cases) {
        return (int) alignTo(discriminantSize(cases.size()), maxCaseAlignment(cases));
    }

    /** 1, 2 or 4: what the discriminant of a variant with that many cases takes. */
    public static int discriminantSize(int cases) {
        if (cases <= 1 << 8) {
            return 1;
        }
        return cases <= 1 << 16 ? 2 : 4;
    }

    /** 1, 2 or 4: what that many flags take. */
    public static int flagsSize(int labels) {
        if (labels <= 8) {
            return 1;
        }
        return labels <= 16 ? 2 : 4;
    }

    /** The next multiple of {@code alignment}, a power of two, that is not below {@code offset}. */
    public static long alignTo(long offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }

    private long longSize(ValType type) {
        if (sizes == null) {
            return computeSize(type);
        }
        Long known = sizes.get(type);
        if (known == null) {
            known = computeSize(type);
            sizes.put(type, known);
        }
        return known;
    }

    private long computeSize(ValType type) {
        return switch (type) {
            case PrimValType(Primitive primitive) ->
                primitive == Primitive.STRING ? 2L * pointer.size() : primitiveSize(primitive);
            case ListType(ValType element, var length) ->
                length.isPresent()
                        ? saturate(longSize(element)) * Integer.toUnsignedLong(length.getAsInt())
                        : 2L * pointer.size();
            case MapType map -> 2L * pointer.size();
            case FlagsType(List<String> labels) -> flagsSize(labels.size());
            case OwnType handle -> 4;
            case BorrowType handle -> 4;
            case StreamType end -> 4;
            case FutureType end -> 4;
            case RecordType(List<Field> fields) ->
                recordSize(fields.stream().map(Field::type).toList());
            case TupleType(List<ValType> types) -> recordSize(types);
            case VariantType variant -> variantSize(type);
            case EnumType labels -> variantSize(type);
            case OptionType option -> variantSize(type);
            case ResultType result -> variantSize(type);
        };
    }

    private long recordSize(List<ValType> types) {
        long size = 0;
        for (ValType type : types) {
            size = alignTo(size, alignment(type)) + saturate(longSize(type));
        }
        return alignTo(size, maxAlignment(types));
    }

    private long variantSize(ValType variant) {
        List<Case> cases = cases(variant);
        long largest = cases.stream()
                .map(Case::type)
                .flatMap(Optional::stream)
                .mapToLong(this::elemSize)
                .max()
                .orElse(0);
        return alignTo(payloadOffset(cases) + largest, variantAlignment(variant));
    }

    private int variantAlignment(ValType variant) {
        List<Case> cases = cases(variant);
        return Math.max(discriminantSize(cases.size()), maxCaseAlignment(cases));
    }

    private static List<Case> cases(ValType variant) {
        return ((VariantType) Despecialization.despecialize(variant)).cases();
    }

    private int maxCaseAlignment(List<Case> cases) {
        return maxAlignment(
                cases.stream().map(Case::type).flatMap(Optional::stream).toList());
    }

    private int maxAlignment(List<ValType> types) {
        return types.stream().mapToInt(this::alignment).max().orElse(1);
    }

    private static int primitiveSize(Primitive primitive) {
        return switch (primitive) {
            case BOOL, S8, U8 -> 1;
            case S16, U16 -> 2;
            case S32, U32, F32, CHAR, ERROR_CONTEXT -> 4;
            case S64, U64, F64, STRING -> 8;
        };
    }

    private static int saturate(long size) {
        return (int) Math.min(size, Integer.MAX_VALUE);
    }
}
