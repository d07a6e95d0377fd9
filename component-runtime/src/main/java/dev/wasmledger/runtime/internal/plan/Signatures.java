package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import java.util.List;

/** The core signatures of component functions. */
public final class Signatures {

    private Signatures() {}

    /** The flattened signature on that side of a call. */
    public static CoreSignature of(FuncType type, Flattening.Context context) {
        return of(Flattening.MEMORY32.flattenFuncType(type, context, Flattening.Mode.SYNC));
    }

    /** The signature of what {@code canon lower} with {@code async} makes. */
    public static CoreSignature ofAsyncLower(FuncType type) {
        var mode = new Flattening.Mode(true, false);
        return of(Flattening.MEMORY32.flattenFuncType(type, Flattening.Context.LOWER, mode));
    }

    public static CoreSignature of(CoreFuncType type) {
        return CoreSignature.of(letters(type.params()), letters(type.results()));
    }

    private static String letters(List<CoreValType> types) {
        var letters = new StringBuilder();
        for (CoreValType type : types) {
            letters.append(letter((CoreNumType) type));
        }
        return letters.toString();
    }

    /** The JVM type that carries this core type. */
    public static char letter(CoreNumType type) {
        return switch (type) {
            case I32 -> 'I';
            case I64 -> 'J';
            case F32 -> 'F';
            case F64 -> 'D';
        };
    }
}
