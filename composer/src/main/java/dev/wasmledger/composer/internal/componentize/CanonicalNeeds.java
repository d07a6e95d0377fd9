package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.abi.Despecialization;
import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which canonical options a function needs (CanonicalABI.md: what lifting loads, lowering stores and allocates).
 *
 * @param memory values of it lie in linear memory
 * @param realloc memory has to be allocated in the guest for what comes in
 * @param encoding strings are among its values
 */
record CanonicalNeeds(boolean memory, boolean realloc, boolean encoding) {

    /** Of an import: parameters are read from the guest's memory, results written into it. */
    static CanonicalNeeds ofLowered(FuncType type) {
        boolean spilled = flatCount(type.paramTypes()) > Flattening.MAX_FLAT_PARAMS;
        boolean returned = flatCount(results(type)) > Flattening.MAX_FLAT_RESULTS;
        boolean allocates = any(results(type), CanonicalNeeds::isPointer);
        boolean points = any(type.paramTypes(), CanonicalNeeds::isPointer);
        return new CanonicalNeeds(spilled || returned || allocates || points, allocates, hasStrings(type));
    }

    /** Of an export: parameters are written into the guest's memory, results read from it. */
    static CanonicalNeeds ofLifted(FuncType type) {
        boolean spilled = flatCount(type.paramTypes()) > Flattening.MAX_FLAT_PARAMS;
        boolean returned = flatCount(results(type)) > Flattening.MAX_FLAT_RESULTS;
        boolean allocates = spilled || any(type.paramTypes(), CanonicalNeeds::isPointer);
        boolean points = any(results(type), CanonicalNeeds::isPointer);
        return new CanonicalNeeds(returned || allocates || points, allocates, hasStrings(type));
    }

    boolean none() {
        return !memory && !realloc && !encoding;
    }

    private static List<ValType> results(FuncType type) {
        return type.result().map(List::of).orElse(List.of());
    }

    private static int flatCount(List<ValType> types) {
        return Flattening.MEMORY32.flatCount(types);
    }

    private static boolean hasStrings(FuncType type) {
        return any(type.paramTypes(), CanonicalNeeds::isString) || any(results(type), CanonicalNeeds::isString);
    }

    private static boolean isString(ValType type) {
        return type instanceof PrimValType(Primitive primitive) && primitive == Primitive.STRING;
    }

    private static boolean isPointer(ValType type) {
        return isString(type) || (type instanceof ListType list && list.length().isEmpty());
    }

    private static boolean any(List<ValType> types, Predicate<ValType> wanted) {
        return types.stream().anyMatch(type -> any(type, wanted));
    }

    /** Whether the type or one that it is made of is wanted. */
    private static boolean any(ValType type, Predicate<ValType> wanted) {
        ValType plain = Despecialization.despecialize(type);
        if (wanted.test(plain)) {
            return true;
        }
        return switch (plain) {
            case RecordType(List<Field> fields) ->
                any(fields.stream().map(Field::type).toList(), wanted);
            case VariantType(List<Case> cases) ->
                any(cases.stream().flatMap(c -> c.type().stream()).toList(), wanted);
            case ListType list -> any(list.element(), wanted);
            default -> false;
        };
    }
}
