package dev.wasmledger.runtime.internal.chicory;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import java.util.List;

/** The engine's types as ours. */
final class CoreTypes {

    private CoreTypes() {}

    static CoreSignature signature(FunctionType type) {
        return CoreSignature.of(letters(type.params()), letters(type.returns()));
    }

    private static String letters(List<ValType> types) {
        var letters = new StringBuilder();
        for (ValType type : types) {
            letters.append(letter(type));
        }
        return letters.toString();
    }

    private static char letter(ValType type) {
        return switch (type.opcode()) {
            case ValType.ID.I32, ValType.ID.Ref, ValType.ID.RefNull, ValType.ID.ExnRef -> 'I';
            case ValType.ID.I64 -> 'J';
            case ValType.ID.F32 -> 'F';
            case ValType.ID.F64 -> 'D';
            default -> throw new NotBuiltException("the core type " + type);
        };
    }
}
