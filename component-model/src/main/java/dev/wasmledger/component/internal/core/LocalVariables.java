package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A function's parameters and local variables, which a few bytes can declare many of: kept in runs of one type. One whose
 * type has no default must be set before it is read.
 */
final class LocalVariables {

    private final ModuleSpaces module;
    private final List<CoreValType> runTypes;
    private int[] runEnds;
    private int count;
    private final BitSet unset = new BitSet();
    private final List<Integer> setInOrder = new ArrayList<>();

    LocalVariables(ModuleSpaces module, List<CoreValType> params) {
        this.module = module;
        this.runTypes = new ArrayList<>(params);
        this.runEnds = new int[params.size()];
        for (int i = 0; i < runEnds.length; i++) {
            runEnds[i] = i + 1;
        }
        this.count = runEnds.length;
    }

    /** Reads the declarations at the beginning of a body. */
    void readDeclarations() {
        int runs = module.in.count(Limits.FUNCTION_BYTES, "the groups of locals");
        for (int i = 0; i < runs; i++) {
            int more = module.in.u32();
            if (Integer.compareUnsigned(more, Limits.LOCALS - count) > 0) {
                throw module.fail(Rule.CORE_LIMIT, "there are more than " + Limits.LOCALS + " locals");
            }
            add(more, module.valType());
        }
    }

    private void add(int more, CoreValType type) {
        if (more == 0) {
            return;
        }
        if (type instanceof CoreRefType reference && !reference.nullable()) {
            unset.set(count, count + more);
        }
        count += more;
        if (runTypes.size() == runEnds.length) {
            runEnds = Arrays.copyOf(runEnds, 2 * runEnds.length + 4);
        }
        runEnds[runTypes.size()] = count;
        runTypes.add(type);
    }

    CoreValType get(int index) {
        CoreValType type = typeOf(index);
        module.require(!unset.get(index), Rule.CORE_UNSET_LOCAL, "local " + index + " is read before it is set");
        return type;
    }

    CoreValType typeOf(int index) {
        if (Integer.compareUnsigned(index, count) >= 0) {
            throw module.fail(
                    Rule.CORE_UNKNOWN_INDEX,
                    "unknown local " + Integer.toUnsignedString(index) + ": there are " + count);
        }
        int found = Arrays.binarySearch(runEnds, 0, runTypes.size(), index + 1);
        return runTypes.get(found >= 0 ? found : -found - 1);
    }

    /** From here on it has a value. */
    void set(int index) {
        if (unset.get(index)) {
            unset.clear(index);
            setInOrder.add(index);
        }
    }

    /** How much was set so far, for {@link #forgetSince}. */
    int mark() {
        return setInOrder.size();
    }

    /** What was set since then is not set after the block in which it was. */
    void forgetSince(int mark) {
        while (setInOrder.size() > mark) {
            unset.set(setInOrder.removeLast());
        }
    }
}
