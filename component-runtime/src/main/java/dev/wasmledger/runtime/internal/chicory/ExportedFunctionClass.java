package dev.wasmledger.runtime.internal.chicory;

import static org.objectweb.asm.Opcodes.*;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import dev.wasmledger.runtime.internal.core.CoreCalls;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import java.lang.invoke.MethodType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the class through which one function of a compiled module is called from outside: it implements the interface
 * of the function's signature with a direct call of the compiled {@code func_N}.
 */
final class ExportedFunctionClass {

    static final MethodType CONSTRUCTOR =
            MethodType.methodType(void.class, Memory.class, Instance.class, CoreCalls.class);

    private static final String MEMORY = Type.getDescriptor(Memory.class);
    private static final String INSTANCE = Type.getDescriptor(Instance.class);
    private static final String CALLS = Type.getDescriptor(CoreCalls.class);
    private static final String CALLS_CLASS = Type.getInternalName(CoreCalls.class);

    private ExportedFunctionClass() {}

    /**
     * @param className of the new class, in the package of {@code group}, which is not public
     * @param group the class that holds {@code func_N}
     */
    static byte[] bytes(String className, String group, int function, CoreSignature signature) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String self = className.replace('.', '/');
        writer.visit(V21, ACC_PUBLIC | ACC_FINAL, self, null, "java/lang/Object", new String[] {
            signature.interfaceName().replace('.', '/')
        });
        writer.visitField(ACC_PRIVATE | ACC_FINAL, "memory", MEMORY, null, null).visitEnd();
        writer.visitField(ACC_PRIVATE | ACC_FINAL, "instance", INSTANCE, null, null)
                .visitEnd();
        writer.visitField(ACC_PRIVATE | ACC_FINAL, "calls", CALLS, null, null).visitEnd();
        constructor(writer, self);
        call(writer, self, group.replace('.', '/'), function, signature);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void constructor(ClassWriter writer, String self) {
        MethodVisitor code =
                writer.visitMethod(ACC_PUBLIC, "<init>", CONSTRUCTOR.toMethodDescriptorString(), null, null);
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 1);
        code.visitFieldInsn(PUTFIELD, self, "memory", MEMORY);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 2);
        code.visitFieldInsn(PUTFIELD, self, "instance", INSTANCE);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 3);
        code.visitFieldInsn(PUTFIELD, self, "calls", CALLS);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void call(ClassWriter writer, String self, String group, int function, CoreSignature signature) {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, GeneratedClasses.CALL, signature.descriptor(), null, null);
        code.visitCode();
        int left = signature.parameterSlots() + 1;
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, self, "calls", CALLS);
        code.visitFieldInsn(GETFIELD, CALLS_CLASS, "left", "I");
        code.visitVarInsn(ISTORE, left);
        int slot = 1;
        for (Type parameter : Type.getArgumentTypes(signature.descriptor())) {
            code.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            slot += parameter.getSize();
        }
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, self, "memory", MEMORY);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, self, "instance", INSTANCE);
        String descriptor = "(" + signature.parameters() + MEMORY + INSTANCE + ")" + signature.result();
        if (CountedMethod.isCounted(descriptor)) {
            code.visitVarInsn(ILOAD, left);
        }
        code.visitMethodInsn(INVOKESTATIC, group, "func_" + function, CountedMethod.counted(descriptor), false);
        // What the function called has left its own count there.
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, self, "calls", CALLS);
        code.visitVarInsn(ILOAD, left);
        code.visitFieldInsn(PUTFIELD, CALLS_CLASS, "left", "I");
        code.visitInsn(Type.getReturnType(signature.descriptor()).getOpcode(IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
