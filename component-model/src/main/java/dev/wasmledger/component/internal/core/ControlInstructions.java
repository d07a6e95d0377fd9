package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.internal.binary.ByteReader;
import dev.wasmledger.component.internal.core.OperandStack.Block;
import dev.wasmledger.component.internal.core.OperandStack.Kind;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.type.CoreExternType;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreNumType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreSubType;
import dev.wasmledger.component.type.CoreValType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks, branches, calls and exceptions (core specification, "Control Instructions"). */
final class ControlInstructions {

    private static final CoreFuncType EMPTY = new CoreFuncType(List.of(), List.of());
    private static final CoreNumType I32 = CoreNumType.I32;

    private final ModuleSpaces module;
    private final ByteReader in;
    private final OperandStack stack;

    ControlInstructions(ModuleSpaces module, OperandStack stack) {
        this.module = module;
        this.in = module.in;
        this.stack = stack;
    }

    boolean validate(int opcode) {
        switch (opcode) {
            case 0x00 -> stack.unreachable();
            case 0x01 -> {}
            case 0x02 -> stack.enter(Kind.BLOCK, blockType());
            case 0x03 -> stack.enter(Kind.LOOP, blockType());
            case 0x04 -> {
                CoreFuncType type = blockType();
                stack.pop(I32);
                stack.enter(Kind.IF, type);
            }
            case 0x05 -> {
                Block left = stack.leave();
                module.require(left.kind == Kind.IF, Rule.CORE_CONTROL, "an else that belongs to no if");
                stack.open(Kind.ELSE, left.type);
            }
            case 0x0b -> end();
            case 0x08 -> {
                requireExceptions();
                stack.pop(module.tag().type().params());
                stack.unreachable();
            }
            case 0x0a -> {
                requireExceptions();
                stack.pop(new CoreRefType(true, new CoreRefType.AbstractHeapType(false, CoreMatching.EXN)));
                stack.unreachable();
            }
            case 0x1f -> tryTable();
            case 0x1a -> stack.pop();
            case 0x1b -> select();
            case 0x1c -> typedSelect();
            default -> {
                return opcode < 0x10 ? branch(opcode) : call(opcode);
            }
        }
        return true;
    }

    private void end() {
        Block left = stack.leave();
        if (left.kind == Kind.IF) {
            module.require(
                    CoreMatching.matches(left.type.params(), left.type.results()),
                    Rule.CORE_STACK_TYPE,
                    "type mismatch: an if without else gives what it takes");
        }
        if (!stack.isEmpty()) {
            stack.push(left.type.results());
        }
    }

    private CoreFuncType blockType() {
        int next = in.peek();
        if (next == 0x40) {
            in.u8();
            return EMPTY;
        }
        // As a signed number, what has this bit in its only byte is negative, and so no index.
        return (next & 0xc0) == 0x40
                ? new CoreFuncType(List.of(), List.of(module.valType()))
                : module.funcType(module.type(new Index.CoreType(in.s33Index(Rule.CORE_UNKNOWN_CODE, "a block type"))));
    }

    private boolean branch(int opcode) {
        switch (opcode) {
            case 0x0c -> {
                stack.pop(stack.label(in.u32()));
                stack.unreachable();
            }
            case 0x0d -> {
                List<CoreValType> types = stack.label(in.u32());
                stack.pop(I32);
                stack.pop(types);
                stack.push(types);
            }
            case 0x0e -> branchTable();
            case 0x0f -> {
                stack.pop(stack.results());
                stack.unreachable();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void branchTable() {
        int count = in.count(Limits.FUNCTION_BYTES, "the labels of a br_table");
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = in.u32();
        }
        List<CoreValType> last = stack.label(in.u32());
        stack.pop(I32);
        for (int label : labels) {
            List<CoreValType> types = stack.label(label);
            module.require(
                    types.size() == last.size(),
                    Rule.CORE_STACK_TYPE,
                    "type mismatch: the labels of a br_table take different numbers of values");
            stack.peek(types);
        }
        stack.pop(last);
        stack.unreachable();
    }

    private boolean call(int opcode) {
        switch (opcode) {
            case 0x10 -> apply(module.func().type(), false);
            case 0x12 -> apply(module.func().type(), true);
            case 0x11, 0x13 -> {
                CoreFuncType type = module.funcType(module.type());
                CoreExternType.Table table = module.table();
                module.require(
                        CoreMatching.matches(
                                        table.element(),
                                        new CoreRefType(
                                                true, new CoreRefType.AbstractHeapType(false, CoreMatching.FUNC)))
                                || CoreMatching.matches(
                                        table.element(),
                                        new CoreRefType(
                                                true, new CoreRefType.AbstractHeapType(true, CoreMatching.FUNC))),
                        Rule.CORE_TYPE_KIND,
                        "an indirect call goes through a table of functions");
                stack.pop(MemoryInstructions.address(table.limits()));
                apply(type, opcode == 0x13);
            }
            case 0x14, 0x15 -> {
                CoreSubType type = module.type();
                CoreFuncType func = module.funcType(type);
                stack.pop(new CoreRefType(true, new CoreRefType.DefinedHeapType(type)));
                apply(func, opcode == 0x15);
            }
            case 0xd4 -> {
                CoreRefType reference = stack.popReference();
                stack.push(nonNull(reference));
            }
            case 0xd5 -> {
                List<CoreValType> types = stack.label(in.u32());
                CoreRefType reference = stack.popReference();
                stack.pop(types);
                stack.push(types);
                stack.push(nonNull(reference));
            }
            case 0xd6 -> branchOnNonNull();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A call: in tail position its results are the caller's. */
    private void apply(CoreFuncType type, boolean tail) {
        stack.pop(type.params());
        if (tail) {
            module.require(
                    CoreMatching.matches(type.results(), stack.results()),
                    Rule.CORE_STACK_TYPE,
                    "type mismatch: a tail call gives other results than the function");
            stack.unreachable();
        } else {
            stack.push(type.results());
        }
    }

    private static @Nullable CoreRefType nonNull(@Nullable CoreRefType reference) {
        return reference == null ? null : new CoreRefType(false, reference.heapType());
    }

    private void branchOnNonNull() {
        List<CoreValType> types = stack.label(in.u32());
        if (types.isEmpty() || !(types.getLast() instanceof CoreRefType target)) {
            throw module.fail(Rule.CORE_STACK_TYPE, "type mismatch: the label of this branch takes no reference");
        }
        stack.pop(new CoreRefType(true, target.heapType()));
        List<CoreValType> others = types.subList(0, types.size() - 1);
        stack.pop(others);
        stack.push(others);
    }

    /** {@code br_on_cast} and, branching on what is left, {@code br_on_cast_fail}. */
    boolean branchOnCast(boolean onFailure) {
        int flags = in.u8();
        module.require(flags <= 3, Rule.CORE_UNKNOWN_CODE, "malformed flags of a cast");
        List<CoreValType> types = stack.label(in.u32());
        var from = new CoreRefType((flags & 1) != 0, module.heapType());
        var to = new CoreRefType((flags & 2) != 0, module.heapType());
        module.require(CoreMatching.matches(to, from), Rule.CORE_STACK_TYPE, "type mismatch: this cast can never hold");
        var rest = new CoreRefType(from.nullable() && !to.nullable(), from.heapType());
        CoreRefType taken = onFailure ? rest : to;
        module.require(
                !types.isEmpty() && CoreMatching.matches(taken, types.getLast()),
                Rule.CORE_STACK_TYPE,
                "type mismatch: the label of this cast takes no such reference");
        stack.pop(from);
        List<CoreValType> others = types.subList(0, types.size() - 1);
        stack.pop(others);
        stack.push(others);
        stack.push(onFailure ? to : rest);
        return true;
    }

    private void tryTable() {
        requireExceptions();
        CoreFuncType type = blockType();
        int count = in.count(Limits.CATCHES, "the clauses of a try_table");
        for (int i = 0; i < count; i++) {
            int at = in.position();
            int kind = in.u8();
            if (kind > 3) {
                throw in.unknown(Rule.CORE_UNKNOWN_CODE, at, "a catch", kind);
            }
            List<CoreValType> given =
                    new ArrayList<>(kind < 2 ? module.tag().type().params() : List.of());
            if (kind % 2 == 1) {
                given.add(new CoreRefType(false, new CoreRefType.AbstractHeapType(false, CoreMatching.EXN)));
            }
            module.require(
                    CoreMatching.matches(given, stack.label(in.u32())),
                    Rule.CORE_STACK_TYPE,
                    "type mismatch: the label of a catch takes other values than it gives");
        }
        stack.enter(Kind.TRY_TABLE, type);
    }

    private void requireExceptions() {
        module.require(
                module.features.has(Feature.EXCEPTIONS),
                Rule.FEATURE_EXCEPTIONS,
                "exceptions are behind the feature exceptions, which is off");
    }

    private void select() {
        stack.pop(I32);
        CoreValType one = stack.pop();
        CoreValType other = stack.pop();
        module.require(
                !(one instanceof CoreRefType) && !(other instanceof CoreRefType),
                Rule.CORE_STACK_TYPE,
                "type mismatch: a select of references says their type");
        module.require(
                one == null || other == null || one.equals(other),
                Rule.CORE_STACK_TYPE,
                "type mismatch: a select chooses between values of one type");
        stack.push(one == null ? other : one);
    }

    private void typedSelect() {
        int count = in.u32();
        module.require(count == 1, Rule.CORE_UNKNOWN_CODE, "a select has one result");
        CoreValType type = module.valType();
        stack.pop(I32);
        stack.pop(type);
        stack.pop(type);
        stack.push(type);
    }
}
