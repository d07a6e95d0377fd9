package dev.wasmledger.component.abi;

import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values travel in core parameters and results (CanonicalABI.md, "Flattening"). */
public final class Flattening {

    /** Parameters that flatten to more than this go through memory. */
    public static final int MAX_FLAT_PARAMS = 16;

    /** The same for the parameters of an async-lowered function. */
    public static final int MAX_FLAT_ASYNC_PARAMS = 4;

    /** Results that flatten to more than this go through memory. */
    public static final int MAX_FLAT_RESULTS = 1;

    /** Which side of a call a core function is on. */
    public enum Context {
        LIFT,
        LOWER
    }

    /** The options that decide a core signature: {@code async}, and whether a {@code callback} is given. */
    public record Mode(boolean async, boolean callback) {
        public static final Mode SYNC = new Mode(false, false);
    }

    private final PointerType pointer;
    private final @Nullable IdentityHashMap<ValType, Long> counts;
    private final @Nullable IdentityHashMap<ValType, List<CoreNumType>> flats;

    private Flattening(PointerType pointer, boolean remembers) {
        this.pointer = pointer;
        this.counts = remembers ? new IdentityHashMap<>() : null;
        this.flats = remembers ? new IdentityHashMap<>() : null;
    }

    /** For memories with 32-bit addresses. */
    public static final Flattening MEMORY32 = new Flattening(PointerType.I32, false);

    /** For memories with 64-bit addresses. */
    public static final Flattening MEMORY64 = new Flattening(PointerType.I64, false);

    /**
     * One that looks at each type once, however often others refer to it, which types from unknown components need. For one
     * thread.
     */
    public static Flattening remembering(PointerType pointer) {
        return new Flattening(pointer, true);
    }

    /** The core signature of a function that is lifted, or of the core function that lowering gives. */
    public CoreFuncType flattenFuncType(FuncType type, Context context, Mode mode) {
        List<ValType> results = type.result().map(List::of).orElse(List.of());
        return mode.async()
                ? flattenAsync(type, results, context, mode.callback())
                : flattenSync(type, results, context);
    }

    private CoreFuncType flattenSync(FuncType type, List<ValType> results, Context context) {
        List<CoreNumType> params = new ArrayList<>(flatParams(type, MAX_FLAT_PARAMS));
        if (flatCount(results) <= MAX_FLAT_RESULTS) {
            return coreFuncType(params, flatTypes(results));
        }
        if (context == Context.LIFT) {
            return coreFuncType(params, List.of(pointer.coreType()));
        }
        params.add(pointer.coreType());
        return coreFuncType(params, List.of());
    }

    private CoreFuncType flattenAsync(FuncType type, List<ValType> results, Context context, boolean callback) {
        if (context == Context.LIFT) {
            return coreFuncType(flatParams(type, MAX_FLAT_PARAMS), callback ? List.of(CoreNumType.I32) : List.of());
        }
        List<CoreNumType> params = new ArrayList<>(flatParams(type, MAX_FLAT_ASYNC_PARAMS));
        if (flatCount(results) > 0) {
            params.add(pointer.coreType());
        }
        return coreFuncType(params, List.of(CoreNumType.I32));
    }

    private List<CoreNumType> flatParams(FuncType type, int max) {
        List<ValType> types = type.paramTypes();
        return flatCount(types) > max ? List.of(pointer.coreType()) : flatTypes(types);
    }

    private static CoreFuncType coreFuncType(List<CoreNumType> params, List<CoreNumType> results) {
        return new CoreFuncType(List.copyOf(params), List.copyOf(results));
    }

    /** The core values that these values become, one after the other. */
    public List<CoreNumType> flatTypes(List<ValType> types) {
        return types.stream().flatMap(type -> flatTypes(type).stream()).toList();
    }

    /**
     * The core values that a value of this type becomes. Where a fixed-length list makes them many, ask
     * {@link #flatCount} first.
     */
    public List<CoreNumType> flatTypes(ValType type) {
        List<CoreNumType> known = flats == null ? null : flats.get(type);
        if (known == null) {
            known = flatten(type);
            if (flats != null) {
                flats.put(type, known);
            }
        }
        return known;
    }

    private List<CoreNumType> flatten(ValType type) {
        return switch (Despecialization.despecialize(type)) {
            case PrimValType(Primitive primitive) -> flatPrimitive(primitive);
            case ListType(ValType element, var length)
            when length.isPresent() ->
                Collections.nCopies(length.getAsInt(), flatTypes(element)).stream()
                        .flatMap(List::stream)
                        .toList();
            case ListType list -> List.of(pointer.coreType(), pointer.coreType());
            case RecordType(List<Field> fields) ->
                flatTypes(fields.stream().map(Field::type).toList());
            case VariantType(List<Case> cases) -> flatVariant(cases);
            // Flags, handles and ends of streams and futures.
            default -> List.of(CoreNumType.I32);
        };
    }

    /** How many core values these become; {@link Integer#MAX_VALUE} where no {@code int} holds the number. */
    public int flatCount(List<ValType> types) {
        long count = 0;
        for (ValType type : types) {
            count += flatCount(type);
        }
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    private long flatCount(ValType type) {
        Long known = counts == null ? null : counts.get(type);
        if (known == null) {
            known = count(type);
            if (counts != null) {
                counts.put(type, known);
            }
        }
        return known;
    }

    private long count(ValType type) {
        return switch (Despecialization.despecialize(type)) {
            case PrimValType(Primitive primitive) -> primitive == Primitive.STRING ? 2 : 1;
            case ListType(ValType element, var length)
            when length.isPresent() -> flatCount(List.of(element)) * Integer.toUnsignedLong(length.getAsInt());
            case ListType list -> 2;
            case RecordType(List<Field> fields) ->
                flatCount(fields.stream().map(Field::type).toList());
            case VariantType(List<Case> cases) ->
                1
                        + cases.stream()
                                .flatMap(c -> c.type().stream())
                                .mapToLong(this::flatCount)
                                .max()
                                .orElse(0);
            default -> 1;
        };
    }

    private List<CoreNumType> flatVariant(List<Case> cases) {
        List<CoreNumType> joined = new ArrayList<>();
        joined.add(CoreNumType.I32);
        for (Case variantCase : cases) {
            List<CoreNumType> flat = variantCase.type().map(this::flatTypes).orElse(List.of());
            for (int i = 0; i < flat.size(); i++) {
                if (i + 1 < joined.size()) {
                    joined.set(i + 1, join(joined.get(i + 1), flat.get(i)));
                } else {
                    joined.add(flat.get(i));
                }
            }
        }
        return List.copyOf(joined);
    }

    /** The type that carries a value of either type, for the payloads of a variant's cases. */
    public static CoreNumType join(CoreNumType a, CoreNumType b) {
        if (a == b) {
            return a;
        }
        return is32Bits(a) && is32Bits(b) ? CoreNumType.I32 : CoreNumType.I64;
    }

    private static boolean is32Bits(CoreNumType type) {
        return type == CoreNumType.I32 || type == CoreNumType.F32;
    }

    private List<CoreNumType> flatPrimitive(Primitive primitive) {
        return switch (primitive) {
            case BOOL, S8, U8, S16, U16, S32, U32, CHAR, ERROR_CONTEXT -> List.of(CoreNumType.I32);
            case S64, U64 -> List.of(CoreNumType.I64);
            case F32 -> List.of(CoreNumType.F32);
            case F64 -> List.of(CoreNumType.F64);
            case STRING -> List.of(pointer.coreType(), pointer.coreType());
        };
    }
}
