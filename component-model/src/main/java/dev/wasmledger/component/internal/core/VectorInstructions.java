package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreVecType;
import java.util.List;

/** The instructions behind the prefix 0xfd, relaxed ones too (core specification, "Vector Instructions"). */
final class VectorInstructions {

    private static final CoreFuncType LOAD = new CoreFuncType(List.of(), List.of(CoreVecType.V128));
    private static final CoreFuncType STORE = new CoreFuncType(List.of(CoreVecType.V128), List.of());
    private static final CoreFuncType LOAD_LANE =
            new CoreFuncType(List.of(CoreVecType.V128), List.of(CoreVecType.V128));

    private static final int CONST = 0x0c;
    private static final int SHUFFLE = 0x0d;

    /** log2 of the bytes that the loads from 0x00 to 0x0a take. */
    private static final String LOAD_SIZES = "43333330123";

    /** Lane accesses from 0x15 to 0x22: how many lanes, in the order of the opcodes. */
    private static final int[] LANES = {16, 16, 16, 8, 8, 8, 4, 4, 2, 2, 4, 4, 2, 2};

    private static final Signatures PLAIN = new Signatures(0x114)
            .range(0x0e, 0x0e, "vv:v")
            .sequence(0x0f, "i:v i:v i:v l:v f:v d:v")
            .sequence(0x15, "v:i v:i vi:v v:i v:i vi:v v:i vi:v v:l vl:v v:f vf:v v:d vd:v")
            .range(0x23, 0x4c, "vv:v")
            .range(0x4d, 0x4d, "v:v")
            .range(0x4e, 0x51, "vv:v")
            .range(0x52, 0x52, "vvv:v")
            .range(0x53, 0x53, "v:i")
            .range(0x5e, 0x5f, "v:v")
            .range(0x60, 0x62, "v:v")
            .range(0x63, 0x64, "v:i")
            .range(0x65, 0x66, "vv:v")
            .range(0x67, 0x6a, "v:v")
            .range(0x6b, 0x6d, "vi:v")
            .range(0x6e, 0x73, "vv:v")
            .range(0x74, 0x75, "v:v")
            .range(0x76, 0x79, "vv:v")
            .range(0x7a, 0x7a, "v:v")
            .range(0x7b, 0x7b, "vv:v")
            .range(0x7c, 0x81, "v:v")
            .range(0x82, 0x82, "vv:v")
            .range(0x83, 0x84, "v:i")
            .range(0x85, 0x86, "vv:v")
            .range(0x87, 0x8a, "v:v")
            .range(0x8b, 0x8d, "vi:v")
            .range(0x8e, 0x93, "vv:v")
            .range(0x94, 0x94, "v:v")
            .range(0x95, 0x99, "vv:v")
            .range(0x9b, 0x9f, "vv:v")
            .range(0xa0, 0xa1, "v:v")
            .range(0xa3, 0xa4, "v:i")
            .range(0xa7, 0xaa, "v:v")
            .range(0xab, 0xad, "vi:v")
            .range(0xae, 0xae, "vv:v")
            .range(0xb1, 0xb1, "vv:v")
            .range(0xb5, 0xba, "vv:v")
            .range(0xbc, 0xbf, "vv:v")
            .range(0xc0, 0xc1, "v:v")
            .range(0xc3, 0xc4, "v:i")
            .range(0xc7, 0xca, "v:v")
            .range(0xcb, 0xcd, "vi:v")
            .range(0xce, 0xce, "vv:v")
            .range(0xd1, 0xd1, "vv:v")
            .range(0xd5, 0xdf, "vv:v")
            .range(0xe0, 0xe1, "v:v")
            .range(0xe3, 0xe3, "v:v")
            .range(0xe4, 0xeb, "vv:v")
            .range(0xec, 0xed, "v:v")
            .range(0xef, 0xef, "v:v")
            .range(0xf0, 0xf7, "vv:v")
            .range(0xf8, 0xff, "v:v")
            .range(0x100, 0x100, "vv:v")
            .range(0x101, 0x104, "v:v")
            .range(0x105, 0x10c, "vvv:v")
            .range(0x10d, 0x112, "vv:v")
            .range(0x113, 0x113, "vvv:v");

    private final ModuleSpaces module;
    private final MemoryInstructions memory;
    private final OperandStack stack;

    VectorInstructions(ModuleSpaces module, MemoryInstructions memory, OperandStack stack) {
        this.module = module;
        this.memory = memory;
        this.stack = stack;
    }

    boolean validate(int opcode) {
        if (opcode >= 0x15 && opcode <= 0x22) {
            lane(LANES[opcode - 0x15]);
        }
        if (PLAIN.apply(opcode, stack)) {
            return true;
        }
        if (opcode >= 0x00 && opcode <= 0x0a) {
            memory.access(LOAD, LOAD_SIZES.charAt(opcode) - '0', false, stack);
            return true;
        }
        if (opcode >= 0x54 && opcode <= 0x5b) {
            int sizeLog2 = (opcode - 0x54) % 4;
            memory.access(
                    opcode < 0x58 ? LOAD_LANE : new CoreFuncType(LOAD_LANE.params(), List.of()),
                    sizeLog2,
                    false,
                    stack);
            lane(16 >> sizeLog2);
            return true;
        }
        return other(opcode);
    }

    private boolean other(int opcode) {
        switch (opcode) {
            case 0x0b -> memory.access(STORE, 4, false, stack);
            case CONST -> {
                module.in.bytes(16);
                stack.push(CoreVecType.V128);
            }
            case SHUFFLE -> {
                for (int i = 0; i < 16; i++) {
                    lane(32);
                }
                stack.pop(CoreVecType.V128);
                stack.pop(CoreVecType.V128);
                stack.push(CoreVecType.V128);
            }
            case 0x5c -> memory.access(LOAD, 2, false, stack);
            case 0x5d -> memory.access(LOAD, 3, false, stack);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void lane(int lanes) {
        int lane = module.in.u8();
        module.require(lane < lanes, Rule.CORE_LANE, "there is no lane " + lane + ": there are " + lanes);
    }
}
