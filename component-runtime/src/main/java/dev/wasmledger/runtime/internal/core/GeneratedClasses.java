package dev.wasmledger.runtime.internal.core;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Defines, on demand and by name, what all generated code shares: for each {@link CoreSignature} the interface of its
 * calls and the class that unboxes for it. Every class loader of generated code has this one above it.
 */
public final class GeneratedClasses extends ClassLoader {

    public static final GeneratedClasses LOADER = new GeneratedClasses();

    /** The one method of a signature's interface. */
    public static final String CALL = "call";

    private static final String CALLABLE = Type.getInternalName(CoreCallable.class);
    private static final String CALL_BOXED_DESCRIPTOR = "([J)[J";

    private GeneratedClasses() {
        super("wasmledger-signatures", GeneratedClasses.class.getClassLoader());
    }

    /** Wraps a function that only takes boxed values, so that it can be called with the signature's own types. */
    public static CoreCallable unboxed(CoreSignature signature, CoreCallable boxed) {
        try {
            return (CoreCallable) load(signature.unboxedName())
                    .getConstructor(CoreCallable.class)
                    .newInstance(boxed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated class " + signature.unboxedName(), e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return LOADER.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("generated class " + name, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int call = name.indexOf("Call_");
        int unboxed = name.indexOf("Unboxed_");
        byte[] bytes;
        if (call > 0) {
            bytes = interfaceBytes(CoreSignature.ofGeneratedName(name.substring(call + "Call_".length())));
        } else if (unboxed > 0) {
            bytes = unboxedBytes(CoreSignature.ofGeneratedName(name.substring(unboxed + "Unboxed_".length())));
        } else {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** {@code interface Call_IJ_D extends CoreCallable { double call(int, long); default long[] callBoxed(long[]) }}. */
    private static byte[] interfaceBytes(CoreSignature signature) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String name = signature.interfaceName().replace('.', '/');
        writer.visit(
                V21, ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT, name, null, "java/lang/Object", new String[] {CALLABLE
                });
        writer.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, CALL, signature.descriptor(), null, null)
                .visitEnd();

        MethodVisitor boxed = writer.visitMethod(ACC_PUBLIC, "callBoxed", CALL_BOXED_DESCRIPTOR, null, null);
        boxed.visitCode();
        boxed.visitVarInsn(ALOAD, 0);
        String parameters = signature.parameters();
        for (int i = 0; i < parameters.length(); i++) {
            boxed.visitVarInsn(ALOAD, 1);
            boxed.visitLdcInsn(i);
            boxed.visitInsn(LALOAD);
            Boxing.fromLong(boxed, parameters.charAt(i));
        }
        boxed.visitMethodInsn(INVOKEINTERFACE, name, CALL, signature.descriptor(), true);
        Boxing.resultToArray(boxed, signature.result(), 2);
        boxed.visitInsn(ARETURN);
        boxed.visitMaxs(0, 0);
        boxed.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** {@code class Unboxed_IJ_D implements Call_IJ_D { final CoreCallable boxed; double call(int a, long b) }}. */
    private static byte[] unboxedBytes(CoreSignature signature) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String name = signature.unboxedName().replace('.', '/');
        writer.visit(V21, ACC_PUBLIC | ACC_FINAL, name, null, "java/lang/Object", new String[] {
            signature.interfaceName().replace('.', '/')
        });
        String callable = "L" + CALLABLE + ";";
        writer.visitField(ACC_PRIVATE | ACC_FINAL, "boxed", callable, null, null)
                .visitEnd();

        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "(" + callable + ")V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitVarInsn(ALOAD, 1);
        constructor.visitFieldInsn(PUTFIELD, name, "boxed", callable);
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();

        MethodVisitor call = writer.visitMethod(ACC_PUBLIC, CALL, signature.descriptor(), null, null);
        call.visitCode();
        call.visitVarInsn(ALOAD, 0);
        call.visitFieldInsn(GETFIELD, name, "boxed", callable);
        Boxing.parametersToArray(call, signature.parameters(), 1);
        call.visitMethodInsn(INVOKEINTERFACE, CALLABLE, "callBoxed", CALL_BOXED_DESCRIPTOR, true);
        Boxing.returnFromArray(call, signature.result());
        call.visitMaxs(0, 0);
        call.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
