package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;

/** Constants, and the instructions that read and write locals, globals, tables and the sizes of memories. */
final class VariableInstructions {

    private final ModuleSpaces module;
    private final OperandStack stack;
    private final LocalVariables locals;

    VariableInstructions(ModuleSpaces module, OperandStack stack, LocalVariables locals) {
        this.module = module;
        this.stack = stack;
        this.locals = locals;
    }

    boolean validate(int opcode) {
        switch (opcode) {
            case 0x20 -> stack.push(locals.get(module.in.u32()));
            case 0x21 -> {
                int local = module.in.u32();
                stack.pop(locals.typeOf(local));
                locals.set(local);
            }
            case 0x22 -> {
                int local = module.in.u32();
                CoreValType type = locals.typeOf(local);
                stack.pop(type);
                locals.set(local);
                stack.push(type);
            }
            case 0x23 -> stack.push(module.global().type());
            case 0x24 -> {
                CoreExternType.Global global = module.global();
                module.require(global.mutable(), Rule.CORE_IMMUTABLE, "this global is immutable");
                stack.pop(global.type());
            }
            case 0x25 -> {
                CoreExternType.Table table = module.table();
                stack.pop(MemoryInstructions.address(table.limits()));
                stack.push(table.element());
            }
            case 0x26 -> {
                CoreExternType.Table table = module.table();
                stack.pop(table.element());
                stack.pop(MemoryInstructions.address(table.limits()));
            }
            case 0x3f -> stack.push(MemoryInstructions.address(module.memory().limits()));
            case 0x40 -> {
                CoreNumType address = MemoryInstructions.address(module.memory().limits());
                stack.pop(address);
                stack.push(address);
            }
            case 0x41 -> {
                module.in.signed(32);
                stack.push(CoreNumType.I32);
            }
            case 0x42 -> {
                module.in.signed(64);
                stack.push(CoreNumType.I64);
            }
            case 0x43 -> {
                module.in.bytes(4);
                stack.push(CoreNumType.F32);
            }
            case 0x44 -> {
                module.in.bytes(8);
                stack.push(CoreNumType.F64);
            }
            default -> {
                return references(opcode);
            }
        }
        return true;
    }

    private boolean references(int opcode) {
        switch (opcode) {
            case 0xd0 -> stack.push(new CoreRefType(true, module.heapType()));
            case 0xd1 -> {
                stack.popReference();
                stack.push(CoreNumType.I32);
            }
            case 0xd2 -> {
                int index = module.in.u32();
                CoreExternType.Func func = module.get(module.funcs, index, "function");
                module.require(
                        module.declaredFuncs.get(index),
                        Rule.CORE_UNDECLARED_FUNCTION,
                        "undeclared function reference: function " + index + " is named nowhere but in code");
                stack.push(new CoreRefType(false, new CoreRefType.DefinedHeapType(func.declared())));
            }
            case 0xd3 -> {
                var eq = new CoreRefType(true, new CoreRefType.AbstractHeapType(false, CoreMatching.EQ));
                stack.pop(eq);
                stack.pop(eq);
                stack.push(CoreNumType.I32);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
