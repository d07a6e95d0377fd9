package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreValType;
import dev.wasmledger.component.type.CoreVecType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The types of instructions that only take operands and give results, by opcode. In the tables a letter is a type: {@code i}
 * and {@code l} for i32 and i64, {@code f} and {@code d} for f32 and f64, {@code v} for v128.
 */
final class Signatures {

    private final @Nullable CoreFuncType[] byOpcode;

    Signatures(int opcodes) {
        byOpcode = new @Nullable CoreFuncType[opcodes];
    }

    /** The opcodes from {@code first} to {@code last} have that type, {@code ii:i} for instance. */
    Signatures range(int first, int last, String type) {
        String[] sides = type.split(":", -1);
        var signature = new CoreFuncType(types(sides[0]), types(sides[1]));
        for (int opcode = first; opcode <= last; opcode++) {
            byOpcode[opcode] = signature;
        }
        return this;
    }

    /** One opcode after the other, from {@code first} on, each with a type. */
    Signatures sequence(int first, String types) {
        int opcode = first;
        for (String type : types.split(" ", -1)) {
            range(opcode, opcode, type);
            opcode++;
        }
        return this;
    }

    private static List<CoreValType> types(String letters) {
        return letters.chars().mapToObj(Signatures::type).toList();
    }

    private static CoreValType type(int letter) {
        return switch (letter) {
            case 'i' -> CoreNumType.I32;
            case 'l' -> CoreNumType.I64;
            case 'f' -> CoreNumType.F32;
            case 'd' -> CoreNumType.F64;
            case 'v' -> CoreVecType.V128;
            default -> throw new IllegalArgumentException("no type " + (char) letter);
        };
    }

    /** The type of an instruction; null where the opcode is none of these. */
    @Nullable
    CoreFuncType get(int opcode) {
        return Integer.compareUnsigned(opcode, byOpcode.length) < 0 ? byOpcode[opcode] : null;
    }

    /** Takes an instruction's operands and gives its results; false where the opcode is none of these. */
    boolean apply(int opcode, OperandStack stack) {
        CoreFuncType type = get(opcode);
        if (type == null) {
            return false;
        }
        stack.pop(type.params());
        stack.push(type.results());
        return true;
    }
}
