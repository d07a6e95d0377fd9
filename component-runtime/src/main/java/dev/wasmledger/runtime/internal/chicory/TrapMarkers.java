package dev.wasmledger.runtime.internal.chicory;

import static org.objectweb.asm.Opcodes.*;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.CatchOpCode;
import com.dylibso.chicory.wasm.types.CodeSection;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Makes compiled code remember which instruction it came from, so that a trap can say where it happened. The engine's
 * compiler keeps nothing of the kind; so each instruction that can trap gets a constant in front of it that is dropped at
 * once, the compiler carries that through, and here it becomes a line number. Compiled code is as fast as without.
 */
final class TrapMarkers {

    /** What can trap, or be on the stack when something traps. */
    private static final Pattern TRAPPING = Pattern.compile(".*(LOAD|STORE|DIV_|REM_|CALL|ATOMIC).*|.*TRUNC_F.*"
            + "|(MEMORY|TABLE|STRUCT|ARRAY|REF_CAST|REF_AS|I31_GET|THROW).*|UNREACHABLE");

    /** More instructions than that, and the engine could find the function too large to be compiled. */
    private static final int MAX_INSTRUCTIONS = 8_000;

    /** Line numbers are unsigned 16-bit numbers from 1 on; as a constant, each must fit a {@code sipush}. */
    private static final int FIRST_CONSTANT = Short.MIN_VALUE;

    private static final Set<OpCode> TRAPPING_CODES = Arrays.stream(OpCode.values())
            .filter(code -> TRAPPING.matcher(code.name()).matches())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(OpCode.class)));

    private TrapMarkers() {}

    /** The index in its function of the instruction that a line number stands for; negative for none. */
    static int instruction(int lineNumber) {
        return lineNumber - 1;
    }

    /** The same module with a marker in front of each instruction that can trap. */
    static WasmModule mark(WasmModule module) {
        var code =
                CodeSection.builder().setRequiresDataCount(module.codeSection().isRequiresDataCount());
        for (FunctionBody body : module.codeSection().functionBodies()) {
            code.addFunctionBody(body.instructions().size() > MAX_INSTRUCTIONS ? body : mark(body));
        }
        var builder = WasmModule.builder()
                .withValidation(false)
                .setTypeSection(module.typeSection())
                .setImportSection(module.importSection())
                .setFunctionSection(module.functionSection())
                .setTableSection(module.tableSection())
                .setGlobalSection(module.globalSection())
                .setExportSection(module.exportSection())
                .setElementSection(module.elementSection())
                .setDataSection(module.dataSection())
                .setCodeSection(code.build());
        module.memorySection().ifPresent(builder::setMemorySection);
        module.startSection().ifPresent(builder::setStartSection);
        module.dataCountSection().ifPresent(builder::setDataCountSection);
        module.tagSection().ifPresent(builder::setTagSection);
        return builder.build();
    }

    private static FunctionBody mark(FunctionBody body) {
        List<AnnotatedInstruction> before = body.instructions();
        int[] moved = new int[before.size() + 1];
        int at = 0;
        for (int i = 0; i < before.size(); i++) {
            moved[i] = at;
            at += canTrap(before.get(i)) ? 3 : 1;
        }
        moved[before.size()] = at;
        var marked = new ArrayList<AnnotatedInstruction>(at);
        for (int i = 0; i < before.size(); i++) {
            AnnotatedInstruction instruction = before.get(i);
            if (canTrap(instruction)) {
                marked.add(inserted(instruction, OpCode.I32_CONST, FIRST_CONSTANT + i));
                marked.add(inserted(instruction, OpCode.DROP));
            }
            marked.add(retargeted(instruction, moved));
        }
        return new FunctionBody(body.localTypes(), marked);
    }

    private static boolean canTrap(Instruction instruction) {
        return TRAPPING_CODES.contains(instruction.opcode());
    }

    private static AnnotatedInstruction inserted(AnnotatedInstruction before, OpCode code, long... operands) {
        return AnnotatedInstruction.builder()
                .from(new Instruction(before.address(), code, operands))
                .withDepth(before.depth())
                .build();
    }

    /** With labels, which are indices of instructions, where the instructions are now. */
    private static AnnotatedInstruction retargeted(AnnotatedInstruction instruction, int[] moved) {
        boolean hasLabels = instruction.labelTrue() != AnnotatedInstruction.UNDEFINED_LABEL
                || !instruction.labelTable().isEmpty()
                || instruction.catches() != null;
        if (!hasLabels) {
            return instruction;
        }
        var builder = AnnotatedInstruction.builder().from(instruction).withDepth(instruction.depth());
        if (instruction.scope() != null) {
            builder.withScope(instruction.scope());
        }
        if (instruction.labelTrue() != AnnotatedInstruction.UNDEFINED_LABEL) {
            builder.withLabelTrue(moved[instruction.labelTrue()]);
        }
        if (instruction.labelFalse() != AnnotatedInstruction.UNDEFINED_LABEL) {
            builder.withLabelFalse(moved[instruction.labelFalse()]);
        }
        if (!instruction.labelTable().isEmpty()) {
            builder.withLabelTable(
                    instruction.labelTable().stream().map(label -> moved[label]).toList());
        }
        if (instruction.catches() != null) {
            List<CatchOpCode.Catch> catches = CatchOpCode.decode(instruction.operands());
            for (int i = 0; i < catches.size(); i++) {
                catches.get(i).resolvedLabel(moved[instruction.catches().get(i).resolvedLabel()]);
            }
            builder.withCatches(catches);
        }
        return builder.build();
    }

    /** Makes line numbers of the markers in a compiled function. */
    static final class ToLineNumbers extends EachInstruction {

        private static final int NONE = 0;

        /** What could be a marker's constant, held back until it is known whether it is dropped. */
        private int constant = NONE;

        ToLineNumbers(MethodVisitor next) {
            super(next);
        }

        @Override
        void before(int opcode) {
            if (constant != NONE) {
                mv.visitIntInsn(SIPUSH, constant);
                constant = NONE;
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            before(opcode);
            if (opcode == SIPUSH && operand < FIRST_CONSTANT + MAX_INSTRUCTIONS) {
                constant = operand;
            } else {
                mv.visitIntInsn(opcode, operand);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == POP && constant != NONE) {
                Label here = new Label();
                mv.visitLabel(here);
                mv.visitLineNumber(constant - FIRST_CONSTANT + 1, here);
                constant = NONE;
            } else {
                super.visitInsn(opcode);
            }
        }
    }
}
