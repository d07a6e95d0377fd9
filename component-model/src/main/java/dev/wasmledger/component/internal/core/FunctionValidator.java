package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.type.CoreFuncType;
import java.util.List;

/** Goes through the instructions of functions and of constant expressions (core specification, "Expressions"). */
final class FunctionValidator {

    private static final Signatures NUMERIC = new Signatures(0xc5)
            .range(0x45, 0x45, "i:i")
            .range(0x46, 0x4f, "ii:i")
            .range(0x50, 0x50, "l:i")
            .range(0x51, 0x5a, "ll:i")
            .range(0x5b, 0x60, "ff:i")
            .range(0x61, 0x66, "dd:i")
            .range(0x67, 0x69, "i:i")
            .range(0x6a, 0x78, "ii:i")
            .range(0x79, 0x7b, "l:l")
            .range(0x7c, 0x8a, "ll:l")
            .range(0x8b, 0x91, "f:f")
            .range(0x92, 0x98, "ff:f")
            .range(0x99, 0x9f, "d:d")
            .range(0xa0, 0xa6, "dd:d")
            .sequence(0xa7, "l:i f:i f:i d:i d:i i:l i:l f:l f:l d:l d:l")
            .sequence(0xb2, "i:f i:f l:f l:f d:f i:d i:d l:d l:d f:d f:i d:l i:f l:d i:i i:i l:l l:l l:l");

    private static final int PREFIX_GC = 0xfb;
    private static final int PREFIX_BULK = 0xfc;
    private static final int PREFIX_VECTOR = 0xfd;
    private static final int PREFIX_ATOMIC = 0xfe;

    private final ModuleSpaces module;
    private final ByteReader in;
    private final MemoryInstructions memory;

    FunctionValidator(ModuleSpaces module) {
        this.module = module;
        this.in = module.in;
        this.memory = new MemoryInstructions(module);
    }

    /** Validates the body that lies between two bytes: declarations of locals, and code. */
    void validate(CoreFuncType type, int start, int end) {
        in.moveTo(start, end);
        var locals = new LocalVariables(module, type.params());
        locals.readDeclarations();
        var code = new Code(locals, type);
        while (!code.stack.isEmpty()) {
            int at = in.position();
            int opcode = in.u8();
            if (!code.instruction(opcode)) {
                throw in.unknown(Rule.CORE_UNKNOWN_CODE, at, "an instruction", opcode);
            }
        }
        if (in.remaining() > 0) {
            throw module.fail(Rule.SECTION_SIZE, "this function goes on after its end");
        }
    }

    /** Validates a constant expression, from the current byte to the end that it has itself. */
    void validateConstant(CoreFuncType type) {
        var code = new Code(new LocalVariables(module, List.of()), type);
        while (!code.stack.isEmpty()) {
            int at = in.position();
            int opcode = in.u8();
            if (!isConstant(opcode) || !code.instruction(opcode)) {
                throw in.fail(
                        Rule.CORE_CONSTANT,
                        at,
                        "constant expression required: the instruction " + ByteReader.hex(opcode) + " is not constant");
            }
        }
    }

    private boolean isConstant(int opcode) {
        return switch (opcode) {
            // end, numbers, i32 and i64 add, sub and mul, ref.null
            case 0x0b, 0x41, 0x42, 0x43, 0x44, 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e, 0xd0 -> true;
            case 0x23 -> {
                int at = in.position();
                boolean mutable = module.global().mutable();
                in.moveTo(at, in.end());
                yield !mutable;
            }
            case 0xd2 -> {
                int at = in.position();
                int index = in.u32();
                in.moveTo(at, in.end());
                // To name a function outside of code is to declare it.
                if (Integer.compareUnsigned(index, module.funcs.size()) < 0) {
                    module.declaredFuncs.set(index);
                }
                yield true;
            }
            case PREFIX_GC -> {
                int next = in.peek();
                yield next <= 1 || (next >= 6 && next <= 8) || (next >= 26 && next <= 28);
            }
            case PREFIX_VECTOR -> in.peek() == 0x0c;
            default -> false;
        };
    }

    /** One function or expression. */
    private final class Code {

        private final OperandStack stack;
        private final ControlInstructions control;
        private final VariableInstructions variables;
        private final GcInstructions gc;
        private final BulkInstructions bulk;
        private final VectorInstructions vectors;
        private final AtomicInstructions atomics;

        Code(LocalVariables locals, CoreFuncType type) {
            stack = new OperandStack(module, locals, type);
            control = new ControlInstructions(module, stack);
            variables = new VariableInstructions(module, stack, locals);
            gc = new GcInstructions(module, stack);
            bulk = new BulkInstructions(module, stack);
            vectors = new VectorInstructions(module, memory, stack);
            atomics = new AtomicInstructions(module, memory, stack);
        }

        boolean instruction(int opcode) {
            if (opcode >= 0x45 && opcode <= 0xc4) {
                return NUMERIC.apply(opcode, stack);
            }
            if (opcode >= 0x28 && opcode <= 0x3e) {
                return memory.access(opcode, stack);
            }
            return switch (opcode) {
                case PREFIX_GC -> {
                    requireGc();
                    int next = in.u32();
                    yield (next == 24 || next == 25) ? control.branchOnCast(next == 25) : gc.validate(next);
                }
                case PREFIX_BULK -> bulk.validate(in.u32());
                case PREFIX_VECTOR -> vectors.validate(in.u32());
                case PREFIX_ATOMIC -> atomics.validate(in.u32());
                default -> (opcode < 0x20 || opcode >= 0xd4) ? control.validate(opcode) : variables.validate(opcode);
            };
        }

        private void requireGc() {
            module.require(
                    module.features.has(Feature.GC),
                    Rule.FEATURE_GC,
                    "an instruction of structs, arrays and casts is behind the feature gc, which is off");
        }
    }
}
