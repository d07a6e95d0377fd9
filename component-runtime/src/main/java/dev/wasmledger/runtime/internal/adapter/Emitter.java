package dev.wasmledger.runtime.internal.adapter;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.instance.ResolvedOptions;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes one method of a generated adapter. */
final class Emitter {

    static final String MEMORY = Type.getInternalName(ArrayMemory.class);
    static final String OPTIONS = Type.getInternalName(ResolvedOptions.class);

    private static final String TRANSFERS = Type.getInternalName(Transfers.class);

    final MethodVisitor code;
    private final String className;
    private int nextLocal;
    private Label guardStart = new Label();

    /** @param firstFreeLocal after {@code this} and the parameters */
    Emitter(MethodVisitor code, String className, int firstFreeLocal) {
        this.code = code;
        this.className = className;
        this.nextLocal = firstFreeLocal;
    }

    int newLocal(CoreNumType type) {
        int local = nextLocal;
        nextLocal += asmType(type).getSize();
        return local;
    }

    /** A new local variable that holds zero. */
    int newZero(CoreNumType type) {
        int local = newLocal(type);
        code.visitInsn(
                switch (type) {
                    case I32 -> ICONST_0;
                    case I64 -> LCONST_0;
                    case F32 -> FCONST_0;
                    case F64 -> DCONST_0;
                });
        store(type, local);
        return local;
    }

    int newReference() {
        return nextLocal++;
    }

    /** What follows, up to {@link #endGuarded}, must not let anything be thrown past; the stack is empty here. */
    void beginGuarded() {
        guardStart = new Label();
        code.visitLabel(guardStart);
    }

    /** The handler gets what was thrown, on the stack, and does not go on; the stack is empty here. */
    void endGuarded(Runnable handler) {
        Label end = new Label();
        Label caught = new Label();
        Label next = new Label();
        code.visitTryCatchBlock(guardStart, end, caught, "java/lang/Throwable");
        code.visitLabel(end);
        code.visitJumpInsn(GOTO, next);
        code.visitLabel(caught);
        handler.run();
        code.visitLabel(next);
    }

    void load(CoreNumType type, int local) {
        code.visitVarInsn(asmType(type).getOpcode(ILOAD), local);
    }

    void store(CoreNumType type, int local) {
        code.visitVarInsn(asmType(type).getOpcode(ISTORE), local);
    }

    void constant(int value) {
        code.visitLdcInsn(value);
    }

    void pushOptions(String side) {
        pushField(side, "L" + OPTIONS + ";");
    }

    void pushMemory(String side) {
        pushField(Direction.memoryField(side), "L" + MEMORY + ";");
    }

    void pushField(String name, String descriptor) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, className, name, descriptor);
    }

    void pushAddress(Place.Memory place) {
        code.visitVarInsn(ILOAD, place.addressLocal());
        if (place.offset() != 0) {
            constant(place.offset());
            code.visitInsn(IADD);
        }
    }

    /** Calls a method of {@link Transfers}. */
    void transfer(String name, String descriptor) {
        code.visitMethodInsn(INVOKESTATIC, TRANSFERS, name, descriptor, false);
    }

    void memory(String method, String descriptor) {
        code.visitMethodInsn(INVOKEVIRTUAL, MEMORY, method, descriptor, false);
    }

    /** A value as it was carried → as its own type (CanonicalABI.md, {@code CoerceValueIter}). */
    void narrow(CoreNumType carried, CoreNumType own) {
        if (carried == own) {
            return;
        }
        if (carried == CoreNumType.I64 && own == CoreNumType.F64) {
            code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false);
            return;
        }
        if (carried == CoreNumType.I64) {
            code.visitInsn(L2I);
        }
        if (own == CoreNumType.F32) {
            code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false);
        }
    }

    /** A value of its own type → as it is carried (CanonicalABI.md, {@code lower_flat_variant}). */
    void widen(CoreNumType own, CoreNumType carried) {
        if (carried == own) {
            return;
        }
        if (own == CoreNumType.F64) {
            code.visitMethodInsn(INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false);
            return;
        }
        if (own == CoreNumType.F32) {
            code.visitMethodInsn(INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false);
        }
        if (carried == CoreNumType.I64) {
            code.visitMethodInsn(INVOKESTATIC, "java/lang/Integer", "toUnsignedLong", "(I)J", false);
        }
    }

    static Type asmType(CoreNumType type) {
        return switch (type) {
            case I32 -> Type.INT_TYPE;
            case I64 -> Type.LONG_TYPE;
            case F32 -> Type.FLOAT_TYPE;
            case F64 -> Type.DOUBLE_TYPE;
        };
    }
}
