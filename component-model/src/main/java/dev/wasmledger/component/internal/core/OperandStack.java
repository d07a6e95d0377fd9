package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreFuncType;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What code has on its stack, and the blocks that it is in (core specification, "Validation Algorithm"). An unknown type,
 * that of what is taken in unreachable code, is null.
 */
final class OperandStack {

    /** A block that code is in; its label takes its results, a loop's its parameters. */
    static final class Block {
        final Kind kind;
        final CoreFuncType type;
        private final int height;
        private final int unsetMark;
        private boolean unreachable;

        private Block(Kind kind, CoreFuncType type, int height, int unsetMark) {
            this.kind = kind;
            this.type = type;
            this.height = height;
            this.unsetMark = unsetMark;
        }

        List<CoreValType> labelTypes() {
            return kind == Kind.LOOP ? type.params() : type.results();
        }
    }

    enum Kind {
        FUNCTION,
        BLOCK,
        LOOP,
        IF,
        ELSE,
        TRY_TABLE
    }

    private final ModuleSpaces module;
    private final LocalVariables locals;
    private @Nullable CoreValType[] values = new @Nullable CoreValType[64];
    private int height;
    private final ArrayList<Block> blocks = new ArrayList<>();
    private Block block;

    OperandStack(ModuleSpaces module, LocalVariables locals, CoreFuncType function) {
        this.module = module;
        this.locals = locals;
        // A function takes its parameters as locals; its label gives its results.
        this.block = new Block(Kind.FUNCTION, new CoreFuncType(List.of(), function.results()), 0, 0);
        blocks.add(block);
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    void push(@Nullable CoreValType type) {
        if (height == values.length) {
            values = Arrays.copyOf(values, 2 * height);
        }
        values[height++] = type;
    }

    void push(List<CoreValType> types) {
        for (int i = 0; i < types.size(); i++) {
            push(types.get(i));
        }
    }

    /** Takes any value. */
    @Nullable
    CoreValType pop() {
        if (height == block.height) {
            if (block.unreachable) {
                return null;
            }
            throw module.fail(Rule.CORE_STACK_TYPE, "type mismatch: a value is expected, and the stack has none");
        }
        return values[--height];
    }

    void pop(CoreValType expected) {
        CoreValType found = pop();
        if (found != null && !CoreMatching.matches(found, expected)) {
            throw mismatch(found, expected);
        }
    }

    private RuntimeException mismatch(CoreValType found, CoreValType expected) {
        return module.fail(
                Rule.CORE_STACK_TYPE,
                "type mismatch: " + text(expected) + " is expected, and the stack has " + text(found));
    }

    void pop(List<CoreValType> expected) {
        for (int i = expected.size() - 1; i >= 0; i--) {
            pop(expected.get(i));
        }
    }

    /** Takes a reference; null where it is unknown. */
    @Nullable
    CoreRefType popReference() {
        CoreValType found = pop();
        if (found == null || found instanceof CoreRefType) {
            return (CoreRefType) found;
        }
        throw module.fail(
                Rule.CORE_STACK_TYPE, "type mismatch: a reference is expected, and the stack has " + text(found));
    }

    /** Begins a block, which takes its parameters. */
    void enter(Kind kind, CoreFuncType type) {
        pop(type.params());
        open(kind, type);
    }

    /** Begins a block whose parameters were taken before. */
    void open(Kind kind, CoreFuncType type) {
        block = new Block(kind, type, height, locals.mark());
        blocks.add(block);
        push(type.params());
    }

    /** Ends the innermost block: exactly its results are left. */
    Block leave() {
        pop(block.type.results());
        if (height != block.height) {
            throw module.fail(
                    Rule.CORE_STACK_HEIGHT,
                    "type mismatch: " + (height - block.height)
                            + " values are left on the stack at the end of a block");
        }
        Block left = block;
        locals.forgetSince(left.unsetMark);
        blocks.removeLast();
        if (!blocks.isEmpty()) {
            block = blocks.getLast();
        }
        return left;
    }

    void unreachable() {
        height = block.height;
        block.unreachable = true;
    }

    /** The types that a branch to that label takes. */
    List<CoreValType> label(int depth) {
        if (Integer.compareUnsigned(depth, blocks.size()) >= 0) {
            throw module.fail(
                    Rule.CORE_UNKNOWN_INDEX,
                    "unknown label " + Integer.toUnsignedString(depth) + ": there are " + blocks.size());
        }
        return blocks.get(blocks.size() - 1 - depth).labelTypes();
    }

    List<CoreValType> results() {
        return blocks.getFirst().type.results();
    }

    /** Checks that such values are on the stack, and leaves them there as what they are. */
    void peek(List<CoreValType> expected) {
        List<@Nullable CoreValType> taken = new ArrayList<>();
        for (int i = expected.size() - 1; i >= 0; i--) {
            CoreValType found = pop();
            if (found != null && !CoreMatching.matches(found, expected.get(i))) {
                throw mismatch(found, expected.get(i));
            }
            taken.add(found);
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            push(taken.get(i));
        }
    }

    private static String text(CoreValType type) {
        return type instanceof CoreRefType reference
                ? (reference.nullable() ? "(ref null " : "(ref ") + reference.heapType() + ")"
                : type.toString().toLowerCase(Locale.ROOT);
    }
}
