package dev.wasmledger.runtime.internal.chicory;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.IINC;
import static org.objectweb.asm.Opcodes.LDC;
import static org.objectweb.asm.Opcodes.LOOKUPSWITCH;
import static org.objectweb.asm.Opcodes.NOP;
import static org.objectweb.asm.Opcodes.TABLESWITCH;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Looks at code with an eye on what comes next: is asked before every instruction that the engine's compiler emits. */
abstract class EachInstruction extends MethodVisitor {

    EachInstruction(MethodVisitor next) {
        super(ASM9, next);
    }

    /** Before an instruction with that opcode; {@code NOP} stands for a label. */
    abstract void before(int opcode);

    @Override
    public void visitInsn(int opcode) {
        before(opcode);
        mv.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        before(opcode);
        mv.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        before(opcode);
        mv.visitVarInsn(opcode, local);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        before(opcode);
        mv.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        before(opcode);
        mv.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        before(opcode);
        mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        before(opcode);
        mv.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        before(LDC);
        mv.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int local, int increment) {
        before(IINC);
        mv.visitIincInsn(local, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, @Nullable Label otherwise, Label... labels) {
        before(TABLESWITCH);
        mv.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(@Nullable Label otherwise, int[] keys, Label[] labels) {
        before(LOOKUPSWITCH);
        mv.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitLabel(Label label) {
        before(NOP);
        mv.visitLabel(label);
    }
}
