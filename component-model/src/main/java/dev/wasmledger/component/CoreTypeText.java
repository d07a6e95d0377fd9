package dev.wasmledger.component;

import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Core WebAssembly's types as one line of text, for people. */
public final class CoreTypeText {

    private CoreTypeText() {}

    /** {@code func [i32, i32] -> [i32]}, {@code memory 1..16}, {@code global mut i32}. */
    public static String of(CoreExternType type) {
        return switch (type) {
            case CoreExternType.Func func -> "func " + of(func.type());
            case CoreExternType.Tag tag -> "tag " + of(tag.type());
            case CoreExternType.Table(CoreRefType element, var limits) -> "table " + of(limits) + " of " + of(element);
            case CoreExternType.Memory(var limits, var pageSize) -> "memory " + of(limits);
            case CoreExternType.Global(CoreValType value, boolean mutable) ->
                "global " + (mutable ? "mut " : "") + of(value);
        };
    }

    /** A function type as in {@code [i32, i32] -> [i32]}. */
    public static String of(CoreFuncType type) {
        return of(type.params()) + " -> " + of(type.results());
    }

    /** A value type: {@code i32}, {@code (ref null func)}. */
    public static String of(CoreValType type) {
        return type instanceof CoreRefType(boolean nullable, CoreRefType.HeapType heapType)
                ? (nullable ? "(ref null " : "(ref ") + of(heapType) + ")"
                : type.toString().toLowerCase(Locale.ROOT);
    }

    private static String of(CoreRefType.HeapType type) {
        return switch (type) {
            case CoreRefType.AbstractHeapType(boolean shared, int code) ->
                (shared ? "shared " : "") + abstractType(code);
            case CoreRefType.TypeIndex(int index) -> Integer.toUnsignedString(index);
            case CoreRefType.DefinedHeapType(var defined) -> defined.toString();
        };
    }

    /** The names of the core specification, by the codes of its binary format ("Heap Types"). */
    private static String abstractType(int code) {
        return switch (code) {
            case 0x74 -> "noexn";
            case 0x73 -> "nofunc";
            case 0x72 -> "noextern";
            case 0x71 -> "none";
            case 0x70 -> "func";
            case 0x6f -> "extern";
            case 0x6e -> "any";
            case 0x6d -> "eq";
            case 0x6c -> "i31";
            case 0x6b -> "struct";
            case 0x6a -> "array";
            case 0x69 -> "exn";
            default -> "0x" + Integer.toHexString(code);
        };
    }

    private static String of(List<CoreValType> types) {
        return types.stream().map(CoreTypeText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String of(CoreExternType.Limits limits) {
        return Long.toUnsignedString(limits.minimum())
                + (limits.maximum().isPresent()
                        ? ".." + Long.toUnsignedString(limits.maximum().getAsLong())
                        : "")
                + (limits.shared() ? " shared" : "");
    }
}
