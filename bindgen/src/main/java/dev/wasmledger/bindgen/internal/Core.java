package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.wasmledger.component.type.CoreNumType;

/** Core values in Java. */
final class Core {

    private Core() {}

    static TypeName javaType(CoreNumType type) {
        return switch (type) {
            case I32 -> TypeName.INT;
            case I64 -> TypeName.LONG;
            case F32 -> TypeName.FLOAT;
            case F64 -> TypeName.DOUBLE;
        };
    }

    /** A case's value out of what carries the values of all cases (CanonicalABI.md, "lift_flat_variant"). */
    static CodeBlock fromJoined(CoreNumType joined, CoreNumType wanted, CodeBlock value) {
        if (joined == wanted) {
            return value;
        }
        CodeBlock low = joined == CoreNumType.I64 ? CodeBlock.of("(int) $L", value) : value;
        return switch (wanted) {
            case I32 -> low;
            case F32 -> CodeBlock.of("Float.intBitsToFloat($L)", low);
            case F64 -> CodeBlock.of("Double.longBitsToDouble($L)", value);
            case I64 -> throw new IllegalStateException("nothing but i64 carries i64");
        };
    }

    /** The other way round (CanonicalABI.md, "lower_flat_variant"). */
    static CodeBlock toJoined(CoreNumType joined, CoreNumType given, CodeBlock value) {
        if (joined == given) {
            return value;
        }
        CodeBlock bits = switch (given) {
            case I32 -> value;
            case F32 -> CodeBlock.of("Float.floatToRawIntBits($L)", value);
            case F64 -> CodeBlock.of("Double.doubleToRawLongBits($L)", value);
            case I64 -> throw new IllegalStateException("nothing but i64 carries i64");
        };
        boolean widen = joined == CoreNumType.I64 && given != CoreNumType.F64;
        return widen ? CodeBlock.of("Integer.toUnsignedLong($L)", bits) : bits;
    }

    /** What the variables of a variant's core values are called: the case, then the payload or its parts. */
    static String sumSuffix(int index, int count) {
        if (index == 0) {
            return "Case";
        }
        return count == 2 ? "Payload" : "Payload" + (index - 1);
    }
}
