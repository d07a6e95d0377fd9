package dev.wasmledger.runtime.internal.binding;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.runtime.abi.CanonicalOptions;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.instance.HostImport;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Spins the core function that calls one method of a binding's interface for imports. */
public final class ImportBinding {

    private static final MethodType CONSTRUCTOR = MethodType.methodType(void.class, HostImport.class, Object.class);
    private static final String IMPORT = Type.getInternalName(HostImport.class);
    private static final String OPTIONS = Type.getDescriptor(CanonicalOptions.class);

    private final MethodHandle constructor;

    /**
     * Spins it.
     *
     * @param signature of the method less its first parameter, the canonical options
     */
    public ImportBinding(Method method, CoreSignature signature) {
        String name = SpunLoader.newName();
        Class<?> core = method.getDeclaringClass();
        byte[] bytes = classBytes(name.replace('.', '/'), core, method.getName(), signature);
        try {
            this.constructor =
                    MethodHandles.publicLookup().findConstructor(new SpunLoader(core).define(name, bytes), CONSTRUCTOR);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated binding for " + core.getName(), e);
        }
    }

    /** The method's signature as a core function, the canonical options left out. */
    static CoreSignature signature(Method method) {
        return new CoreSignature(Type.getMethodDescriptor(method).replace("(" + OPTIONS, "("));
    }

    /**
     * The core function, for one instance.
     *
     * @param options of the component that calls
     * @param implementation of the binding's interface
     */
    public CoreCallable instantiate(HostImport options, Object implementation) {
        try {
            return (CoreCallable) constructor.invoke(options, implementation);
        } catch (Throwable e) {
            throw new IllegalStateException("generated binding", e);
        }
    }

    private static byte[] classBytes(String name, Class<?> core, String method, CoreSignature signature) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String first, String second) {
                return "java/lang/Object"; // Only a thrown object is alive where branches meet.
            }
        };
        writer.visit(V21, ACC_PUBLIC | ACC_FINAL, name, null, "java/lang/Object", new String[] {
            signature.interfaceName().replace('.', '/')
        });
        MethodVisitor constructor =
                writer.visitMethod(ACC_PUBLIC, "<init>", CONSTRUCTOR.toMethodDescriptorString(), null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        field(writer, constructor, name, "options", IMPORT, 1);
        field(writer, constructor, name, "implementation", Type.getInternalName(core), 2);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        call(writer, name, Type.getInternalName(core), method, signature);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void field(
            ClassWriter writer, MethodVisitor constructor, String owner, String name, String type, int parameter) {
        writer.visitField(ACC_PRIVATE | ACC_FINAL, name, "L" + type + ";", null, null)
                .visitEnd();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitVarInsn(ALOAD, parameter);
        constructor.visitTypeInsn(CHECKCAST, type);
        constructor.visitFieldInsn(PUTFIELD, owner, name, "L" + type + ";");
    }

    /** {@code options.requireMayLeave(); try { return implementation.m(options, …) } catch … { throw … }}. */
    private static void call(ClassWriter writer, String name, String core, String method, CoreSignature signature) {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, GeneratedClasses.CALL, signature.descriptor(), null, null);
        code.visitCode();
        options(code, name);
        code.visitMethodInsn(INVOKEVIRTUAL, IMPORT, "requireMayLeave", "()V", false);
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(start, end, handler, "java/lang/Throwable");
        code.visitLabel(start);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, "implementation", "L" + core + ";");
        options(code, name);
        int slot = 1;
        for (Type parameter : Type.getArgumentTypes(signature.descriptor())) {
            code.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            slot += parameter.getSize();
        }
        String descriptor = "(" + OPTIONS + signature.parameters() + ")" + signature.result();
        code.visitMethodInsn(INVOKEINTERFACE, core, method, descriptor, true);
        code.visitLabel(end);
        code.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
        code.visitLabel(handler);
        int thrown = signature.parameterSlots() + 1;
        code.visitVarInsn(ASTORE, thrown);
        options(code, name);
        code.visitVarInsn(ALOAD, thrown);
        code.visitMethodInsn(
                INVOKEVIRTUAL, IMPORT, "failed", "(Ljava/lang/Throwable;)Ljava/lang/RuntimeException;", false);
        code.visitInsn(ATHROW);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void options(MethodVisitor code, String name) {
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, name, "options", "L" + IMPORT + ";");
    }
}
