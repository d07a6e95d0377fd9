package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.runtime.internal.adapter.AdapterClass;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import java.util.List;

/** One step of instantiation. */
public sealed interface Step {

    /**
     * Makes an instance of a core module.
     *
     * @param imports in the order of the module's
     * @param component index of the component instance that it belongs to
     */
    record InstantiateCore(int module, List<CoreSource> imports, int component) implements Step {}

    /** All other steps make a core function. */
    sealed interface MakeFunction extends Step {}

    /** Lowers a function of another component. */
    record Adapt(OptionsPlan caller, LiftPlan callee, List<Integer> entered, AdapterClass adapter)
            implements MakeFunction {}

    /** Lowers a function of another component with trees of values, in place of a typed link. */
    record AdaptTrees(OptionsPlan caller, LiftPlan callee, List<Integer> entered, CoreSignature signature)
            implements MakeFunction {}

    /**
     * A built-in that goes with tasks.
     *
     * @param component index of the component instance that calls it
     */
    record Builtin(TaskBuiltin builtin, int component, CoreSignature signature) implements MakeFunction {}

    /**
     * Lowers a function of the host.
     *
     * @param imported index into the plan's imports
     */
    record LowerHost(OptionsPlan caller, int imported, CoreSignature signature) implements MakeFunction {}

    /**
     * {@code resource.new}, {@code resource.rep} or {@code resource.drop} of a resource type of the plan.
     *
     * @param component index of the component instance that calls it
     * @param entered the component instances that a destructor's call enters
     */
    record Resource(Kind kind, int resource, int component, List<Integer> entered) implements MakeFunction {

        /** Which of the three. */
        public enum Kind {
            NEW,
            REP,
            DROP
        }
    }
}
