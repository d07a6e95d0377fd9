package dev.wasmledger.runtime.internal.chicory;

import static org.objectweb.asm.Opcodes.*;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Puts in front of the engine's method for indirect calls of one type: where the table entry is linked to a function of
 * that type outside the instance, call that with typed values. Everything else goes on as the engine has it.
 */
final class IndirectCallPrelude extends MethodVisitor {

    /** After the function's own parameters: element, table, memory and instance. The count of calls comes then. */
    private static final String TAIL =
            "II" + Type.getDescriptor(Memory.class) + Type.getDescriptor(Instance.class) + ")";

    private static final String LINKED_DESCRIPTOR = Type.getMethodDescriptor(
            Type.getType(CoreCallable.class), Type.getType(Instance.class), Type.INT_TYPE, Type.INT_TYPE);

    private final String descriptor;
    private final CoreSignature signature;

    IndirectCallPrelude(MethodVisitor next, String descriptor) {
        super(ASM9, next);
        this.descriptor = descriptor;
        this.signature = new CoreSignature(descriptor.replace(TAIL, ")"));
    }

    @Override
    public void visitCode() {
        super.visitCode();
        String callInterface = signature.interfaceName().replace('.', '/');
        int element = signature.parameterSlots();
        int table = element + 1;
        int instance = element + 3;
        int left = element + 4;
        int linked = element + 5;
        Label engine = new Label();
        visitVarInsn(ALOAD, instance);
        visitVarInsn(ILOAD, table);
        visitVarInsn(ILOAD, element);
        visitMethodInsn(INVOKESTATIC, Type.getInternalName(IndirectCalls.class), "linked", LINKED_DESCRIPTOR, false);
        visitVarInsn(ASTORE, linked);
        visitVarInsn(ALOAD, linked);
        visitTypeInsn(INSTANCEOF, callInterface);
        visitJumpInsn(IFEQ, engine);
        visitVarInsn(ALOAD, instance);
        visitVarInsn(ILOAD, left);
        visitInsn(ICONST_1); // for the import that the table entry stands for
        visitInsn(ISUB);
        CountedMethod.leave(this);
        visitVarInsn(ALOAD, linked);
        visitTypeInsn(CHECKCAST, callInterface);
        int slot = 0;
        for (Type parameter : Type.getArgumentTypes(signature.descriptor())) {
            visitVarInsn(parameter.getOpcode(ILOAD), slot);
            slot += parameter.getSize();
        }
        visitMethodInsn(INVOKEINTERFACE, callInterface, GeneratedClasses.CALL, signature.descriptor(), true);
        visitInsn(Type.getReturnType(signature.descriptor()).getOpcode(IRETURN));
        visitLabel(engine);
        CountedMethod.visitFirstFrame(this, descriptor);
    }
}
