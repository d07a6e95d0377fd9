package dev.wasmledger.component.internal.core;

import static dev.wasmledger.component.internal.core.MemoryInstructions.address;
import static dev.wasmledger.component.internal.core.MemoryInstructions.smaller;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;

/** The instructions behind the prefix 0xfc: saturating conversions, wide arithmetic, bulk memory and tables. */
final class BulkInstructions {

    private static final CoreNumType I32 = CoreNumType.I32;

    private static final Signatures NUMERIC = new Signatures(23)
            .sequence(0, "f:i f:i d:i d:i f:l f:l d:l d:l")
            .range(19, 20, "llll:ll")
            .range(21, 22, "ll:ll");

    private final ModuleSpaces module;
    private final OperandStack stack;

    BulkInstructions(ModuleSpaces module, OperandStack stack) {
        this.module = module;
        this.stack = stack;
    }

    boolean validate(int opcode) {
        if (NUMERIC.apply(opcode, stack)) {
            return true;
        }
        switch (opcode) {
            case 8 -> {
                module.data();
                take(address(module.memory().limits()), I32, I32);
            }
            case 9 -> module.data();
            case 10 -> {
                CoreNumType to = address(module.memory().limits());
                CoreNumType from = address(module.memory().limits());
                take(to, from, smaller(to, from));
            }
            case 11 -> {
                CoreNumType address = address(module.memory().limits());
                take(address, I32, address);
            }
            case 12 -> {
                CoreRefType element = module.element();
                CoreExternType.Table table = module.table();
                requireMatch(element, table);
                take(address(table.limits()), I32, I32);
            }
            case 13 -> module.element();
            case 14 -> {
                CoreExternType.Table to = module.table();
                CoreExternType.Table from = module.table();
                requireMatch(from.element(), to);
                CoreNumType toAddress = address(to.limits());
                CoreNumType fromAddress = address(from.limits());
                take(toAddress, fromAddress, smaller(toAddress, fromAddress));
            }
            case 15 -> {
                CoreExternType.Table table = module.table();
                stack.pop(address(table.limits()));
                stack.pop(table.element());
                stack.push(address(table.limits()));
            }
            case 16 -> stack.push(address(module.table().limits()));
            case 17 -> {
                CoreExternType.Table table = module.table();
                stack.pop(address(table.limits()));
                stack.pop(table.element());
                stack.pop(address(table.limits()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Takes the three operands of a bulk instruction, the first lies deepest. */
    private void take(CoreNumType first, CoreNumType second, CoreNumType third) {
        stack.pop(third);
        stack.pop(second);
        stack.pop(first);
    }

    private void requireMatch(CoreRefType element, CoreExternType.Table table) {
        module.require(
                CoreMatching.matches(element, table.element()),
                Rule.CORE_STACK_TYPE,
                "type mismatch: the table holds other references");
    }
}
