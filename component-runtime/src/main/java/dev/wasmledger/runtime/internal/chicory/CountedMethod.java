package dev.wasmledger.runtime.internal.chicory;

import static org.objectweb.asm.Opcodes.*;

import com.dylibso.chicory.runtime.Instance;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Gives a method that runs core code one more parameter, behind all others: how many calls may still be nested, itself
 * counted. So the depth of calls is limited at the price of a decrement and a comparison for each call, in a register, and
 * is right again by itself where a call ends with an exception.
 *
 * <p>The engine asks for interruptions before each call; here a function asks where it begins.
 */
final class CountedMethod extends EachInstruction {

    private static final String MACHINE = Type.getInternalName(CompiledMachine.class);
    private static final String INSTANCE = Type.getDescriptor(Instance.class);
    private static final int MAX_PARAMETER_SLOTS = 255; // JVM specification, 4.3.3

    /** What is counted: functions, and between them the engine's methods for indirect calls. */
    enum Kind {
        FUNCTION,
        INDIRECT_CALL
    }

    private final Kind kind;
    private final String descriptor;
    private final int left;
    private final String shaded;

    /** The engine's question for interruptions, held back until it is known what comes next. */
    private @Nullable Runnable check;

    /**
     * @param descriptor as the engine has it; the instance is the last of the parameters
     * @param shaded the class with the engine's own helpers
     */
    CountedMethod(MethodVisitor next, Kind kind, String descriptor, String shaded) {
        super(next);
        this.kind = kind;
        this.descriptor = descriptor;
        this.left = slots(descriptor);
        this.shaded = shaded;
    }

    /** Whether there is room for one more parameter. */
    static boolean isCounted(String descriptor) {
        return slots(descriptor) < MAX_PARAMETER_SLOTS;
    }

    /** The descriptor with the count, where there is room for it. */
    static String counted(String descriptor) {
        return isCounted(descriptor) ? descriptor.replace(")", "I)") : descriptor;
    }

    private static int slots(String descriptor) {
        return Type.getArgumentsAndReturnSizes(descriptor) / 4 - 1; // It counts a receiver.
    }

    /**
     * Begins a function: one less is left.
     *
     * @param descriptor as the engine has it
     */
    static void beginFunction(MethodVisitor code, String descriptor) {
        int left = slots(descriptor);
        Label enough = new Label();
        code.visitIincInsn(left, -1);
        code.visitVarInsn(ILOAD, left);
        code.visitJumpInsn(IFGE, enough);
        code.visitVarInsn(ALOAD, left - 1);
        code.visitMethodInsn(
                INVOKESTATIC, MACHINE, "exceeded", "(" + INSTANCE + ")Ljava/lang/RuntimeException;", false);
        code.visitInsn(ATHROW);
        code.visitLabel(enough);
        visitFirstFrame(code, descriptor);
    }

    /** A frame in which nothing is known but the parameters, the count among them. */
    static void visitFirstFrame(MethodVisitor code, String descriptor) {
        List<Object> locals = Arrays.stream(Type.getArgumentTypes(counted(descriptor)))
                .map(CountedMethod::frameType)
                .toList();
        code.visitFrame(F_NEW, locals.size(), locals.toArray(), 0, new Object[0]);
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.INT -> INTEGER;
            case Type.LONG -> LONG;
            case Type.FLOAT -> FLOAT;
            case Type.DOUBLE -> DOUBLE;
            default -> type.getInternalName();
        };
    }

    /** Takes an instance and a count from the stack: before a call through the engine. */
    static void leave(MethodVisitor code) {
        code.visitMethodInsn(INVOKESTATIC, MACHINE, "leave", "(" + INSTANCE + "I)V", false);
    }

    /** Takes an instance from the stack and gives its count: in a method that is not counted itself. */
    static void pushLeft(MethodVisitor code) {
        code.visitMethodInsn(INVOKESTATIC, MACHINE, "left", "(" + INSTANCE + ")I", false);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (kind == Kind.FUNCTION) {
            beginFunction(mv, descriptor);
            mv.visitMethodInsn(INVOKESTATIC, shaded, ModuleRewriter.CHECK_INTERRUPTION, "()V", false);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (name.equals(ModuleRewriter.CHECK_INTERRUPTION)) {
            check = () -> mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        before(opcode);
        if (opcode == INVOKESTATIC && ModuleRewriter.runsCore(owner, name)) {
            if (isCounted(descriptor)) {
                mv.visitVarInsn(ILOAD, left);
            }
            mv.visitMethodInsn(opcode, owner, name, counted(descriptor), isInterface);
            return;
        }
        if (owner.equals(shaded) && (name.equals("callIndirect") || name.equals("resolveTailCall"))) {
            mv.visitInsn(DUP);
            mv.visitVarInsn(ILOAD, left);
            leave(mv);
        }
        mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        super.visitVarInsn(opcode, moved(local));
    }

    @Override
    public void visitIincInsn(int local, int increment) {
        super.visitIincInsn(moved(local), increment);
    }

    private int moved(int local) {
        return local < left ? local : local + 1;
    }

    @Override
    public void visitFrame(int type, int locals, Object @Nullable [] local, int stackSize, Object @Nullable [] stack) {
        int parameters = Type.getArgumentCount(descriptor);
        // Code that cannot be reached has frames without any of them.
        Object[] with = new Object[Math.max(locals, parameters) + 1];
        Arrays.fill(with, TOP);
        for (int i = 0; i < locals && local != null; i++) {
            with[i < parameters ? i : i + 1] = local[i];
        }
        with[parameters] = INTEGER;
        mv.visitFrame(type, with.length, with, stackSize, stack);
    }

    @Override
    void before(int opcode) {
        if (check != null) {
            // At a loop's edge it stays; before a call, the function that is called asks.
            if (opcode == GOTO || opcode == TABLESWITCH || opcode == LOOKUPSWITCH) {
                check.run();
            }
            check = null;
        }
    }
}
