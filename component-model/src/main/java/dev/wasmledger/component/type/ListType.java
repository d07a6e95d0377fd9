package dev.wasmledger.component.type;

import java.util.OptionalInt;

/**
 * {@code (list t)} or, with a length, {@code (list t length)}.
 *
 * @param length of a fixed-length list, an unsigned 32-bit number above 0
 */
public record ListType(ValType element, OptionalInt length) implements ValType {

    public static ListType of(ValType element) {
        return new ListType(element, OptionalInt.empty());
    }
}
