package dev.wasmledger.runtime.internal.binding;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.instance.HostCall;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Spins the class that implements a binding's interface for exports. Each of its methods calls one core function through
 * a field of its own, and turns what that throws into a trap.
 */
public final class ExportBinding {

    private static final MethodType CONSTRUCTOR =
            MethodType.methodType(void.class, HostCall[].class, CoreCallable[].class);
    private static final String CALL = Type.getInternalName(HostCall.class);
    private static final String CALL_DESCRIPTOR = "L" + CALL + ";";

    private final MethodHandle constructor;

    /**
     * A method to implement.
     *
     * @param function whether there is a core function behind it: a post-return that the component has not does nothing
     * @param isPostReturn whether the component may not call out meanwhile
     */
    record Target(Method method, boolean function, boolean isPostReturn) {
        CoreSignature signature() {
            return new CoreSignature(Type.getMethodDescriptor(method));
        }
    }

    ExportBinding(Class<?> core, List<Target> targets) {
        String name = SpunLoader.newName();
        byte[] bytes = classBytes(name.replace('.', '/'), core, targets);
        try {
            this.constructor =
                    MethodHandles.publicLookup().findConstructor(new SpunLoader(core).define(name, bytes), CONSTRUCTOR);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated binding for " + core.getName(), e);
        }
    }

    /** With the call and the core function of each target, in their order; a target without function gets null. */
    Object instantiate(HostCall[] calls, @Nullable CoreCallable[] functions) {
        try {
            return constructor.invoke(calls, functions);
        } catch (Throwable e) {
            throw new IllegalStateException("generated binding", e);
        }
    }

    private static byte[] classBytes(String name, Class<?> core, List<Target> targets) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String first, String second) {
                return "java/lang/Object"; // Only a thrown object is alive where branches meet.
            }
        };
        writer.visit(
                V21, ACC_PUBLIC | ACC_FINAL, name, null, "java/lang/Object", new String[] {Type.getInternalName(core)});
        MethodVisitor constructor =
                writer.visitMethod(ACC_PUBLIC, "<init>", CONSTRUCTOR.toMethodDescriptorString(), null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            if (target.function()) {
                field(writer, constructor, name, "call" + i, CALL, 1, i);
                field(writer, constructor, name, "function" + i, callInterface(target), 2, i);
            }
            method(writer, name, target, i);
        }
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String callInterface(Target target) {
        return target.signature().interfaceName().replace('.', '/');
    }

    private static void field(
            ClassWriter writer,
            MethodVisitor constructor,
            String owner,
            String name,
            String type,
            int arrayParameter,
            int index) {
        writer.visitField(ACC_PRIVATE | ACC_FINAL, name, "L" + type + ";", null, null)
                .visitEnd();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitVarInsn(ALOAD, arrayParameter);
        constructor.visitLdcInsn(index);
        constructor.visitInsn(AALOAD);
        constructor.visitTypeInsn(CHECKCAST, type);
        constructor.visitFieldInsn(PUTFIELD, owner, name, "L" + type + ";");
    }

    /** {@code try { return function.call(…); } catch (Throwable t) { throw call.failed(t); }}. */
    private static void method(ClassWriter writer, String name, Target target, int index) {
        String descriptor = target.signature().descriptor();
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, target.method().getName(), descriptor, null, null);
        code.visitCode();
        int result = Type.getReturnType(descriptor).getOpcode(IRETURN);
        if (target.function()) {
            Label start = new Label();
            Label end = new Label();
            Label handler = new Label();
            code.visitTryCatchBlock(start, end, handler, "java/lang/Throwable");
            code.visitLabel(start);
            rule(code, name, target, index, "beginPostReturn");
            code.visitVarInsn(ALOAD, 0);
            code.visitFieldInsn(GETFIELD, name, "function" + index, "L" + callInterface(target) + ";");
            int slot = 1;
            for (Type parameter : Type.getArgumentTypes(descriptor)) {
                code.visitVarInsn(parameter.getOpcode(ILOAD), slot);
                slot += parameter.getSize();
            }
            code.visitMethodInsn(INVOKEINTERFACE, callInterface(target), GeneratedClasses.CALL, descriptor, true);
            rule(code, name, target, index, "endPostReturn");
            code.visitLabel(end);
            code.visitInsn(result);
            code.visitLabel(handler);
            int thrown = target.signature().parameterSlots() + 1;
            code.visitVarInsn(ASTORE, thrown);
            code.visitVarInsn(ALOAD, 0);
            code.visitFieldInsn(GETFIELD, name, "call" + index, CALL_DESCRIPTOR);
            code.visitVarInsn(ALOAD, thrown);
            code.visitMethodInsn(
                    INVOKEVIRTUAL, CALL, "failed", "(Ljava/lang/Throwable;)Ljava/lang/RuntimeException;", false);
            code.visitInsn(ATHROW);
        } else {
            code.visitInsn(result);
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void rule(MethodVisitor code, String name, Target target, int index, String method) {
        if (target.isPostReturn()) {
            code.visitVarInsn(ALOAD, 0);
            code.visitFieldInsn(GETFIELD, name, "call" + index, CALL_DESCRIPTOR);
            code.visitMethodInsn(INVOKEVIRTUAL, CALL, method, "()V", false);
        }
    }
}
