package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;

/** What loads, stores and other accesses of memory have in common (core specification, "Memory Instructions"). */
final class MemoryInstructions {

    /** The loads of numbers from 0x28 on, then the stores, without their addresses. */
    private static final Signatures ACCESSES = new Signatures(0x3f)
            .sequence(0x28, ":i :l :f :d")
            .range(0x2c, 0x2f, ":i")
            .range(0x30, 0x35, ":l")
            .sequence(0x36, "i: l: f: d: i: i: l: l: l:");

    /** log2 of the bytes that each of those accesses. */
    private static final String SIZES = "23230011001122" + "23230" + "1012";

    private final ModuleSpaces module;

    MemoryInstructions(ModuleSpaces module) {
        this.module = module;
    }

    boolean access(int opcode, OperandStack stack) {
        CoreFuncType type = ACCESSES.get(opcode);
        if (type == null) {
            return false;
        }
        access(type, SIZES.charAt(opcode - 0x28) - '0', false, stack);
        return true;
    }

    /**
     * Reads the immediate of an access, takes address and operands and gives the results.
     *
     * @param type without the address, which lies below the operands
     * @param exact whether the alignment must be that of the size, as atomic accesses have it
     */
    void access(CoreFuncType type, int sizeLog2, boolean exact, OperandStack stack) {
        CoreNumType address = immediate(sizeLog2, exact);
        stack.pop(type.params());
        stack.pop(address);
        stack.push(type.results());
    }

    /** Alignment, memory and offset; gives the type of addresses. */
    CoreNumType immediate(int sizeLog2, boolean exact) {
        int flags = module.in.u32();
        int alignment = flags & ~0x40;
        boolean explicit = (flags & 0x40) != 0;
        module.require(Integer.compareUnsigned(alignment, 0x40) < 0, Rule.CORE_UNKNOWN_CODE, "malformed memop flags");
        module.require(
                exact ? alignment == sizeLog2 : alignment <= sizeLog2,
                Rule.CORE_ALIGNMENT,
                "alignment must " + (exact ? "be" : "not be larger than") + " natural: 2^" + sizeLog2
                        + ", and this is 2^" + alignment);
        CoreExternType.Memory memory = module.memory(explicit ? module.in.u32() : 0);
        if (memory.limits().is64()) {
            module.in.u64();
        } else {
            module.in.u32();
        }
        return address(memory.limits());
    }

    static CoreNumType address(CoreExternType.Limits limits) {
        return limits.is64() ? CoreNumType.I64 : CoreNumType.I32;
    }

    /** The type of a length that two places have room for. */
    static CoreNumType smaller(CoreNumType one, CoreNumType other) {
        return one == CoreNumType.I64 && other == CoreNumType.I64 ? CoreNumType.I64 : CoreNumType.I32;
    }
}
