package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreFuncType;

/** The instructions behind the prefix 0xfe (Threads proposal, "Atomic Memory Instructions"). */
final class AtomicInstructions {

    private static final int FENCE = 0x03;
    private static final int FIRST_ACCESS = 0x10;

    /** Without their addresses; accesses come in sevens: i32, i64, two narrow ones of i32, three of i64. */
    private static final Signatures ACCESSES = accesses();

    private static final String SIZES = "2301012";

    private final ModuleSpaces module;
    private final MemoryInstructions memory;
    private final OperandStack stack;

    AtomicInstructions(ModuleSpaces module, MemoryInstructions memory, OperandStack stack) {
        this.module = module;
        this.memory = memory;
        this.stack = stack;
    }

    private static Signatures accesses() {
        Signatures signatures = new Signatures(0x4f).sequence(0x00, "i:i il:i ll:i");
        sevens(signatures, 0x10, ":x");
        sevens(signatures, 0x17, "x:");
        for (int opcode = 0x1e; opcode < 0x48; opcode += 7) {
            sevens(signatures, opcode, "x:x");
        }
        sevens(signatures, 0x48, "xx:x");
        return signatures;
    }

    private static void sevens(Signatures signatures, int first, String type) {
        String i32 = type.replace('x', 'i');
        String i64 = type.replace('x', 'l');
        signatures.sequence(first, String.join(" ", i32, i64, i32, i32, i64, i64, i64));
    }

    boolean validate(int opcode) {
        if (opcode == FENCE) {
            int zero = module.in.u8();
            module.require(zero == 0, Rule.CORE_UNKNOWN_CODE, "a fence has a zero byte after it");
            return true;
        }
        CoreFuncType type = ACCESSES.get(opcode);
        if (type == null) {
            return false;
        }
        int sizeLog2 = opcode < FIRST_ACCESS ? (opcode == 2 ? 3 : 2) : SIZES.charAt((opcode - FIRST_ACCESS) % 7) - '0';
        memory.access(type, sizeLog2, true, stack);
        return true;
    }
}
