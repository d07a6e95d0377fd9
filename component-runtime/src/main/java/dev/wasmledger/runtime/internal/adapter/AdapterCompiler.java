package dev.wasmledger.runtime.internal.adapter;

import static org.objectweb.asm.Opcodes.*;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.plan.LiftPlan;
import dev.wasmledger.runtime.internal.plan.OptionsPlan;
import dev.wasmledger.runtime.internal.plan.Signatures;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;

/** Writes adapter classes, and loads those of one plan. */
public final class AdapterCompiler extends ClassLoader {

    private static final AtomicInteger COMPILED = new AtomicInteger();

    private static final String OPTIONS_DESCRIPTOR = "L" + Emitter.OPTIONS + ";";
    private static final String MEMORY_DESCRIPTOR = "L" + Emitter.MEMORY + ";";

    public AdapterCompiler() {
        super("wasmledger-adapters", GeneratedClasses.LOADER);
    }

    /**
     * Compiles the adapter through which a component with these options calls that function; nothing where its type is
     * larger than what a JVM method can hold.
     */
    public Optional<AdapterClass> compile(LiftPlan callee, OptionsPlan caller) {
        CoreSignature signature = Signatures.of(callee.type(), Flattening.Context.LOWER);
        String name = newName(callee.name());
        byte[] bytes;
        try {
            bytes = classBytes(name.replace('.', '/'), signature, callee, caller);
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return Optional.empty();
        }
        return Optional.of(new AdapterClass(signature, defineClass(name, bytes, 0, bytes.length)));
    }

    /** Says in the traces of stacks and in profiles which function is called. */
    private static String newName(String function) {
        return "dev.wasmledger.runtime.generated.Adapter" + COMPILED.incrementAndGet() + "_"
                + function.replaceAll("[^A-Za-z0-9]", "_");
    }

    private static byte[] classBytes(String name, CoreSignature signature, LiftPlan callee, OptionsPlan caller) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected String getCommonSuperClass(String first, String second) {
                return "java/lang/Object"; // Nothing but numbers is alive where branches meet.
            }
        };
        writer.visit(V21, ACC_PUBLIC | ACC_FINAL, name, null, "java/lang/Object", new String[] {
            signature.interfaceName().replace('.', '/')
        });
        var fields = new AdapterFields(
                Signatures.of(callee.type(), Flattening.Context.LIFT),
                callee.postReturn().isPresent());
        constructor(
                writer,
                name,
                fields,
                caller.memory().isPresent(),
                callee.options().memory().isPresent());

        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, GeneratedClasses.CALL, signature.descriptor(), null, null);
        code.visitCode();
        var methods = new MemoryMethods(writer, name, callee.resources());
        new CallEmitter(new Emitter(code, name, 1 + signature.parameterSlots()), methods, callee, signature, fields)
                .emit();
        code.visitMaxs(0, 0);
        code.visitEnd();
        methods.write();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void constructor(
            ClassWriter writer, String name, AdapterFields fields, boolean callerMemory, boolean calleeMemory) {
        MethodVisitor code = writer.visitMethod(
                ACC_PUBLIC, "<init>", AdapterClass.CONSTRUCTOR.toMethodDescriptorString(), null, null);
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        field(writer, code, name, AdapterFields.CALL, AdapterFields.CALL_DESCRIPTOR, () -> code.visitVarInsn(ALOAD, 1));
        options(writer, code, name, "caller", callerMemory);
        options(writer, code, name, "callee", calleeMemory);
        field(writer, code, name, AdapterFields.TARGET, fields.targetDescriptor(), () -> {
            code.visitVarInsn(ALOAD, 2);
            code.visitTypeInsn(CHECKCAST, fields.targetInterface());
        });
        if (fields.hasPostReturn()) {
            field(writer, code, name, AdapterFields.POST_RETURN, fields.postReturnDescriptor(), () -> {
                code.visitVarInsn(ALOAD, 3);
                code.visitTypeInsn(CHECKCAST, fields.postReturnInterface());
            });
        }
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void options(ClassWriter writer, MethodVisitor code, String name, String side, boolean hasMemory) {
        Runnable push = () -> {
            code.visitVarInsn(ALOAD, 1);
            code.visitMethodInsn(INVOKEVIRTUAL, AdapterFields.CALL_CLASS, side, "()" + OPTIONS_DESCRIPTOR, false);
        };
        field(writer, code, name, side, OPTIONS_DESCRIPTOR, push);
        if (hasMemory) {
            field(writer, code, name, Direction.memoryField(side), MEMORY_DESCRIPTOR, () -> {
                push.run();
                code.visitMethodInsn(INVOKEVIRTUAL, Emitter.OPTIONS, "memory", "()" + MEMORY_DESCRIPTOR, false);
            });
        }
    }

    private static void field(
            ClassWriter writer, MethodVisitor code, String owner, String name, String descriptor, Runnable push) {
        writer.visitField(ACC_PRIVATE | ACC_FINAL, name, descriptor, null, null).visitEnd();
        code.visitVarInsn(ALOAD, 0);
        push.run();
        code.visitFieldInsn(PUTFIELD, owner, name, descriptor);
    }
}
