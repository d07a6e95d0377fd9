package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.type.CoreArrayType;
import dev.wasmledger.component.type.CoreCompositeType;
import dev.wasmledger.component.type.CoreFieldType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreRefType.AbstractHeapType;
import dev.wasmledger.component.type.CoreRefType.DefinedHeapType;
import dev.wasmledger.component.type.CoreRefType.HeapType;
import dev.wasmledger.component.type.CoreRefType.TypeIndex;
import dev.wasmledger.component.type.CoreStorageType;
import dev.wasmledger.component.type.CoreStructType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import java.util.List;

/** Subtyping of core types with every index resolved (core specification, "Matching"). */
public final class CoreMatching {

    static final int FUNC = 0x70;
    static final int EXTERN = 0x6f;
    static final int ANY = 0x6e;
    static final int EQ = 0x6d;
    static final int I31 = 0x6c;
    static final int STRUCT = 0x6b;
    static final int ARRAY = 0x6a;
    static final int EXN = 0x69;
    static final int NO_EXN = 0x74;
    static final int NO_FUNC = 0x73;
    static final int NO_EXTERN = 0x72;
    static final int NONE = 0x71;

    private CoreMatching() {}

    /** Whether values of type {@code sub} are values of type {@code sup}. */
    public static boolean matches(CoreValType sub, CoreValType sup) {
        if (sub instanceof CoreRefType from && sup instanceof CoreRefType to) {
            return (to.nullable() || !from.nullable()) && matches(from.heapType(), to.heapType());
        }
        return sub.equals(sup);
    }

    static boolean matches(HeapType sub, HeapType sup) {
        return switch (sub) {
            case AbstractHeapType from ->
                switch (sup) {
                    case AbstractHeapType to -> from.shared() == to.shared() && matches(from.code(), to.code());
                    case DefinedHeapType(CoreSubType to) ->
                        from.shared() == to.shared() && from.code() == bottom(abstractCode(to));
                    case TypeIndex index -> throw unresolved();
                };
            case DefinedHeapType(CoreSubType from) ->
                switch (sup) {
                    case AbstractHeapType to -> from.shared() == to.shared() && matches(abstractCode(from), to.code());
                    case DefinedHeapType(CoreSubType to) -> from.isSubtypeOf(to);
                    case TypeIndex index -> throw unresolved();
                };
            case TypeIndex index -> throw unresolved();
        };
    }

    private static IllegalArgumentException unresolved() {
        return new IllegalArgumentException("an index was not resolved");
    }

    private static boolean matches(int sub, int sup) {
        if (sub == sup || sub == bottom(sup)) {
            return true;
        }
        return switch (sup) {
            case ANY -> sub == EQ || sub == I31 || sub == STRUCT || sub == ARRAY;
            case EQ -> sub == I31 || sub == STRUCT || sub == ARRAY;
            default -> false;
        };
    }

    /** The abstract type right above a defined one. */
    static int abstractCode(CoreSubType type) {
        return switch (type.composite()) {
            case CoreFuncType func -> FUNC;
            case CoreStructType struct -> STRUCT;
            case CoreArrayType array -> ARRAY;
        };
    }

    /** The type below all others of its hierarchy. */
    private static int bottom(int code) {
        return switch (code) {
            case FUNC, NO_FUNC -> NO_FUNC;
            case EXTERN, NO_EXTERN -> NO_EXTERN;
            case EXN, NO_EXN -> NO_EXN;
            default -> NONE;
        };
    }

    /** The type above all others of the hierarchy. */
    static HeapType top(HeapType type) {
        boolean shared = switch (type) {
            case AbstractHeapType heapType -> heapType.shared();
            case DefinedHeapType(CoreSubType defined) -> defined.shared();
            case TypeIndex index -> throw unresolved();
        };
        int code = switch (type) {
            case AbstractHeapType heapType -> heapType.code();
            case DefinedHeapType(CoreSubType defined) -> abstractCode(defined);
            case TypeIndex index -> throw unresolved();
        };
        return new AbstractHeapType(
                shared,
                switch (bottom(code)) {
                    case NO_FUNC -> FUNC;
                    case NO_EXTERN -> EXTERN;
                    case NO_EXN -> EXN;
                    default -> ANY;
                });
    }

    /** Whether a type may declare another one its supertype, as far as their structures go. */
    static boolean matches(CoreCompositeType sub, CoreCompositeType sup) {
        return switch (sup) {
            case CoreFuncType to
            when sub instanceof CoreFuncType from ->
                matches(to.params(), from.params()) && matches(from.results(), to.results());
            case CoreStructType to
            when sub instanceof CoreStructType from -> {
                boolean matches = from.fields().size() >= to.fields().size();
                for (int i = 0; matches && i < to.fields().size(); i++) {
                    matches = matches(from.fields().get(i), to.fields().get(i));
                }
                yield matches;
            }
            case CoreArrayType to when sub instanceof CoreArrayType from -> matches(from.element(), to.element());
            default -> false;
        };
    }

    /** Whether a list of values can stand for another one. */
    static boolean matches(List<CoreValType> sub, List<CoreValType> sup) {
        boolean matches = sub.size() == sup.size();
        for (int i = 0; matches && i < sup.size(); i++) {
            matches = matches(sub.get(i), sup.get(i));
        }
        return matches;
    }

    private static boolean matches(CoreFieldType sub, CoreFieldType sup) {
        if (sub.mutable() != sup.mutable()) {
            return false;
        }
        return sup.mutable() ? sub.type().equals(sup.type()) : matches(sub.type(), sup.type());
    }

    static boolean matches(CoreStorageType sub, CoreStorageType sup) {
        return (sub instanceof CoreValType from && sup instanceof CoreValType to) ? matches(from, to) : sub.equals(sup);
    }
}
