package dev.wasmledger.runtime.internal.chicory;

import static org.objectweb.asm.Opcodes.*;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmException;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.core.Interruption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Changes four things in the classes that the engine's compiler emits. Its import stubs {@code func_0…func_{k-1}} box
 * their arguments and leave through one shared method; ours call the linked function with typed values. Its interrupt
 * check asks the thread each time; ours is free until somebody is to be stopped. Its indirect calls into another instance
 * compare what cannot be compared, and box what need not be; see {@link IndirectCalls}.
 * And its exception handlers compare the types of tags; see {@link ExceptionTags}.
 */
final class ModuleRewriter {

    private static final String FUNCTION_PREFIX = "func_";
    private static final String INDIRECT_PREFIX = "call_indirect_";
    private static final String STUB_TAIL = Type.getDescriptor(Memory.class) + Type.getDescriptor(Instance.class) + ")";
    private static final String CALL_INDIRECT_DESCRIPTOR = "([JII" + Type.getDescriptor(Instance.class) + ")[J";
    private static final String EXCEPTION_MATCHES_DESCRIPTOR = Type.getMethodDescriptor(
            Type.BOOLEAN_TYPE, Type.getType(WasmException.class), Type.INT_TYPE, Type.getType(Instance.class));
    private static final String LINKED_IMPORT = Type.getInternalName(LinkedImport.class);
    private static final String TARGET_DESCRIPTOR =
            Type.getMethodDescriptor(Type.getType(CoreCallable.class), Type.getType(Instance.class), Type.INT_TYPE);

    private ModuleRewriter() {}

    static byte[] rewrite(byte[] classBytes, int importedFunctions) {
        var reader = new ClassReader(classBytes);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(ASM9, writer) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
                        if (name.equals("checkInterruption")) {
                            interruptCheck(code);
                            return null;
                        }
                        if (name.equals("callIndirect") && descriptor.equals(CALL_INDIRECT_DESCRIPTOR)) {
                            indirectCall(code, reader.getClassName());
                            return null;
                        }
                        if (name.equals("exceptionMatches") && descriptor.equals(EXCEPTION_MATCHES_DESCRIPTOR)) {
                            exceptionMatches(code);
                            return null;
                        }
                        if (name.startsWith(INDIRECT_PREFIX) && isTyped(descriptor)) {
                            return new IndirectCallPrelude(code, descriptor);
                        }
                        int function = functionIndex(name);
                        if (function >= 0 && function < importedFunctions && isTyped(descriptor)) {
                            importStub(code, function, descriptor);
                            return null;
                        }
                        return code;
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** The indices of the functions whose compiled code is in this class. */
    static List<Integer> functionsIn(byte[] classBytes) {
        var functions = new ArrayList<Integer>();
        new ClassReader(classBytes)
                .accept(
                        new ClassVisitor(ASM9) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                int function = functionIndex(name);
                                if (function >= 0) {
                                    functions.add(function);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return functions;
    }

    private static int functionIndex(String methodName) {
        return methodName.startsWith(FUNCTION_PREFIX)
                ? Integer.parseInt(methodName.substring(FUNCTION_PREFIX.length()))
                : -1;
    }

    /** Functions with more parameters than a JVM method can have take one {@code long[]}; they stay as they are. */
    private static boolean isTyped(String descriptor) {
        return !descriptor.startsWith("([J");
    }

    private static void interruptCheck(MethodVisitor code) {
        code.visitCode();
        code.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Interruption.class), "check", "()V", false);
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void indirectCall(MethodVisitor code, String className) {
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ILOAD, 1);
        code.visitVarInsn(ILOAD, 2);
        code.visitVarInsn(ALOAD, 3);
        code.visitLdcInsn(Type.getObjectType(className));
        code.visitMethodInsn(
                INVOKESTATIC,
                Type.getInternalName(IndirectCalls.class),
                "call",
                CALL_INDIRECT_DESCRIPTOR.replace(")", "Ljava/lang/Class;)"),
                false);
        code.visitInsn(ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void exceptionMatches(MethodVisitor code) {
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ILOAD, 1);
        code.visitVarInsn(ALOAD, 2);
        code.visitMethodInsn(
                INVOKESTATIC, Type.getInternalName(ExceptionTags.class), "match", EXCEPTION_MATCHES_DESCRIPTOR, false);
        code.visitInsn(IRETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void importStub(MethodVisitor code, int function, String descriptor) {
        var signature = new CoreSignature(descriptor.replace(STUB_TAIL, ")"));
        String callInterface = signature.interfaceName().replace('.', '/');
        code.visitCode();
        code.visitVarInsn(ALOAD, signature.parameterSlots() + 1);
        code.visitLdcInsn(function);
        code.visitMethodInsn(INVOKESTATIC, LINKED_IMPORT, "target", TARGET_DESCRIPTOR, false);
        code.visitTypeInsn(CHECKCAST, callInterface);
        int slot = 0;
        for (Type parameter : Type.getArgumentTypes(signature.descriptor())) {
            code.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            slot += parameter.getSize();
        }
        code.visitMethodInsn(INVOKEINTERFACE, callInterface, GeneratedClasses.CALL, signature.descriptor(), true);
        code.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
