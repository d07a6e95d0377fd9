package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.runtime.dynamic.Func;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.instance.HostCall;
import dev.wasmledger.runtime.internal.plan.LinkPlan.Exported;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a lifted function with value trees (CanonicalABI.md, "canon lift"). */
public final class DynamicFunction implements Func {

    private final FuncType type;
    private final Map<ResourceType, Integer> resources;
    private final HostCall call;
    private final LiftedCall lifted;

    /**
     * A function of an instance.
     *
     * @param name for traps
     */
    public DynamicFunction(LinkedInstance instance, Exported.Function function, String name) {
        this.type = function.type();
        this.resources = function.resources().byType();
        this.call = instance.hostCall(function, name);
        this.lifted = new LiftedCall(
                function.lift(),
                instance.callable(function.lift()),
                instance.postReturn(function.lift()),
                call,
                type,
                resources);
    }

    @Override
    public FuncType type() {
        return type;
    }

    @Override
    public Optional<Val> call(List<Val> arguments) {
        check(arguments);
        call.enter();
        try {
            Optional<Val> result = lifted.run(arguments);
            call.leave();
            return result;
        } catch (Throwable thrown) {
            throw call.failed(thrown);
        }
    }

    private void check(List<Val> arguments) {
        List<Field> params = type.params();
        if (arguments.size() != params.size()) {
            throw new IllegalArgumentException(
                    "the function takes " + params.size() + " arguments, not " + arguments.size());
        }
        var check = new TypeCheck(call, resources);
        for (int i = 0; i < params.size(); i++) {
            check.require(
                    "argument " + params.get(i).label(),
                    arguments.get(i),
                    params.get(i).type());
        }
    }
}
