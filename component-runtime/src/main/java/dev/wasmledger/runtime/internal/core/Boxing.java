package dev.wasmledger.runtime.internal.core;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Emits the conversions between core values as JVM primitives and as the {@code long}s of {@link CoreCallable}. */
final class Boxing {

    private Boxing() {}

    /** {@code long} on the stack → the primitive that the letter names. */
    static void fromLong(MethodVisitor code, char type) {
        switch (type) {
            case 'I' -> code.visitInsn(L2I);
            case 'J' -> {}
            case 'F' -> {
                code.visitInsn(L2I);
                code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
            }
            case 'D' -> code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
            default -> throw new IllegalArgumentException("core type " + type);
        }
    }

    /** The primitive that the letter names, on the stack → {@code long}. */
    static void toLong(MethodVisitor code, char type) {
        switch (type) {
            case 'I' -> code.visitInsn(I2L);
            case 'J' -> {}
            case 'F' -> {
                code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false);
                code.visitInsn(I2L);
            }
            case 'D' -> code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false);
            default -> throw new IllegalArgumentException("core type " + type);
        }
    }

    /** Parameters in local variables, from {@code firstSlot} on → a new {@code long[]} on the stack. */
    static void parametersToArray(MethodVisitor code, String parameters, int firstSlot) {
        code.visitLdcInsn(parameters.length());
        code.visitIntInsn(NEWARRAY, T_LONG);
        int slot = firstSlot;
        for (int i = 0; i < parameters.length(); i++) {
            Type type = Type.getType(parameters.substring(i, i + 1));
            code.visitInsn(DUP);
            code.visitLdcInsn(i);
            code.visitVarInsn(type.getOpcode(ILOAD), slot);
            toLong(code, parameters.charAt(i));
            code.visitInsn(LASTORE);
            slot += type.getSize();
        }
    }

    /** A call's result on the stack (none for {@code V}) → {@code long[]}; uses two slots from {@code scratch} on. */
    static void resultToArray(MethodVisitor code, String result, int scratch) {
        if (result.equals("[J")) {
            return;
        }
        if (result.equals("V")) {
            code.visitInsn(ICONST_0);
            code.visitIntInsn(NEWARRAY, T_LONG);
            return;
        }
        toLong(code, result.charAt(0));
        code.visitVarInsn(LSTORE, scratch);
        code.visitInsn(ICONST_1);
        code.visitIntInsn(NEWARRAY, T_LONG);
        code.visitInsn(DUP);
        code.visitInsn(ICONST_0);
        code.visitVarInsn(LLOAD, scratch);
        code.visitInsn(LASTORE);
    }

    /** {@code long[]} on the stack → returned as the result that the descriptor names. */
    static void returnFromArray(MethodVisitor code, String result) {
        switch (result) {
            case "V" -> {
                code.visitInsn(POP);
                code.visitInsn(RETURN);
            }
            case "[J" -> code.visitInsn(ARETURN);
            default -> {
                code.visitInsn(ICONST_0);
                code.visitInsn(LALOAD);
                fromLong(code, result.charAt(0));
                code.visitInsn(Type.getType(result).getOpcode(IRETURN));
            }
        }
    }
}
