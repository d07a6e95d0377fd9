package dev.wasmledger.runtime.internal.chicory;

import static org.objectweb.asm.Opcodes.*;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmException;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreCalls;
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
 * Changes what the engine's compiler emits in six ways. Its import stubs {@code func_0…func_{k-1}} box
 * their arguments and leave through one shared method; ours call the linked function with typed values. Its interrupt
 * check asks the thread each time; ours is free until somebody is to be stopped. Its indirect calls into another instance
 * compare what cannot be compared, and box what need not be; see {@link IndirectCalls}.
 * Its exception handlers compare the types of tags; see {@link ExceptionTags}. It does not limit the depth of calls; see
 * {@link CountedMethod}. And it does not say which instruction trapped; see {@link TrapMarkers}.
 */
final class ModuleRewriter {

    static final String CHECK_INTERRUPTION = "checkInterruption";

    private static final String FUNCTION_PREFIX = "func_";
    private static final String INDIRECT_PREFIX = "call_indirect_";
    private static final String INDIRECT_CLASS = "Indirect_";
    private static final String INDIRECT_PART = "apply";
    private static final String SHADED = CompiledClasses.MACHINE.replace('.', '/') + "Shaded";
    private static final String STUB_TAIL = Type.getDescriptor(Memory.class) + Type.getDescriptor(Instance.class) + ")";
    private static final String CALL_INDIRECT_DESCRIPTOR = "([JII" + Type.getDescriptor(Instance.class) + ")[J";
    private static final String EXCEPTION_MATCHES_DESCRIPTOR = Type.getMethodDescriptor(
            Type.BOOLEAN_TYPE, Type.getType(WasmException.class), Type.INT_TYPE, Type.getType(Instance.class));
    private static final String LINKED_IMPORT = Type.getInternalName(LinkedImport.class);
    private static final String LINKED_IMPORT_OF =
            Type.getMethodDescriptor(Type.getType(LinkedImport.class), Type.getType(Instance.class), Type.INT_TYPE);

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
                        boolean runsCore = runsCore(reader.getClassName(), name);
                        MethodVisitor code = super.visitMethod(
                                access,
                                name,
                                runsCore ? CountedMethod.counted(descriptor) : descriptor,
                                signature,
                                exceptions);
                        if (name.equals(CHECK_INTERRUPTION)) {
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
                        int function = functionIndex(name);
                        if (function >= 0 && function < importedFunctions && isTyped(descriptor)) {
                            importStub(code, function, descriptor);
                            return null;
                        }
                        if (!runsCore || !CountedMethod.isCounted(descriptor)) {
                            return new UncountedMethod(code);
                        }
                        if (function >= 0) {
                            return new TrapMarkers.ToLineNumbers(
                                    new CountedMethod(code, CountedMethod.Kind.FUNCTION, descriptor, SHADED));
                        }
                        boolean typedIndirect = name.startsWith(INDIRECT_PREFIX) && isTyped(descriptor);
                        return new CountedMethod(
                                typedIndirect ? new IndirectCallPrelude(code, descriptor) : code,
                                CountedMethod.Kind.INDIRECT_CALL,
                                descriptor,
                                SHADED);
                    }
                },
                ClassReader.EXPAND_FRAMES);
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

    /** Whether a method is a compiled function, or stands between two of them where one calls the other indirectly. */
    static boolean runsCore(String owner, String method) {
        return method.startsWith(FUNCTION_PREFIX)
                || method.startsWith(INDIRECT_PREFIX)
                || (method.equals(INDIRECT_PART) && owner.contains(INDIRECT_CLASS));
    }

    /** The index in the method's name; negative for a method that is no function. */
    static int functionIndex(String methodName) {
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
        int instance = signature.parameterSlots() + 1;
        code.visitCode();
        if (CountedMethod.isCounted(descriptor)) {
            CountedMethod.beginFunction(code, descriptor);
        }
        code.visitVarInsn(ALOAD, instance);
        code.visitLdcInsn(function);
        code.visitMethodInsn(INVOKESTATIC, LINKED_IMPORT, "of", LINKED_IMPORT_OF, false);
        if (CountedMethod.isCounted(descriptor)) {
            code.visitInsn(DUP);
            code.visitFieldInsn(GETFIELD, LINKED_IMPORT, "calls", Type.getDescriptor(CoreCalls.class));
            code.visitVarInsn(ILOAD, instance + 1);
            code.visitFieldInsn(PUTFIELD, Type.getInternalName(CoreCalls.class), "left", "I");
        }
        code.visitFieldInsn(GETFIELD, LINKED_IMPORT, "target", Type.getDescriptor(CoreCallable.class));
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

    /** Calls functions that count their calls, and does not count itself: the engine's bridges for boxed values. */
    private static final class UncountedMethod extends MethodVisitor {

        UncountedMethod(MethodVisitor next) {
            super(ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (opcode == INVOKESTATIC && runsCore(owner, name) && CountedMethod.isCounted(descriptor)) {
                mv.visitInsn(DUP); // the instance
                CountedMethod.pushLeft(mv);
                mv.visitMethodInsn(opcode, owner, name, CountedMethod.counted(descriptor), isInterface);
            } else {
                mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }
    }
}
