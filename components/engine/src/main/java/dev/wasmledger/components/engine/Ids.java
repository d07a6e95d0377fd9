package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.guest.UInt128;

/** The numbers that no id may be, and numbers to calculate with. */
final class Ids {

    private Ids() {}

    static boolean isZero(U128 id) {
        return (id.low() | id.high()) == 0;
    }

    static boolean isMax(U128 id) {
        return (id.low() & id.high()) == -1;
    }

    /** An asset's number, which is unsigned. */
    static long assetNumber(int ledger) {
        return ledger & 0xffff_ffffL;
    }

    static UInt128 number(U128 value) {
        return UInt128.of(value.low(), value.high());
    }

    static U128 value(UInt128 number) {
        return new U128(number.low(), number.high());
    }
}
