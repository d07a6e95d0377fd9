package dev.wasmledger.component.internal.core;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.CoreRefType;
import dev.wasmledger.component.type.CoreValType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A function's parameters and local variables. One whose type has no default must be set before it is read. */
final class LocalVariables {

    private final ModuleSpaces module;
    private final List<CoreValType> types;
    private final BitSet unset = new BitSet();
    private final List<Integer> setInOrder = new ArrayList<>();

    LocalVariables(ModuleSpaces module, List<CoreValType> params) {
        this.module = module;
        this.types = new ArrayList<>(params);
    }

    /** Reads the declarations at the beginning of a body. */
    void readDeclarations() {
        int groups = module.in.count(Limits.FUNCTION_BYTES, "the groups of locals");
        for (int i = 0; i < groups; i++) {
            int count = module.in.u32();
            if (Integer.compareUnsigned(count, Limits.LOCALS - types.size()) > 0) {
                throw module.fail(Rule.CORE_LIMIT, "there are more than " + Limits.LOCALS + " locals");
            }
            CoreValType type = module.valType();
            if (type instanceof CoreRefType reference && !reference.nullable()) {
                unset.set(types.size(), types.size() + count);
            }
            for (int n = 0; n < count; n++) {
                types.add(type);
            }
        }
    }

    CoreValType get(int index) {
        CoreValType type = module.get(types, index, "local");
        module.require(!unset.get(index), Rule.CORE_UNSET_LOCAL, "local " + index + " is read before it is set");
        return type;
    }

    List<CoreValType> types() {
        return types;
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
