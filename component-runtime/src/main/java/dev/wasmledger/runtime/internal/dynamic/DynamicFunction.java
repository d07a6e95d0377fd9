package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.runtime.dynamic.Func;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.instance.HostCall;
import dev.wasmledger.runtime.internal.plan.LiftPlan;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import java.util.List;
import java.util.Optional;

/** Calls a lifted function with value trees (CanonicalABI.md, "canon lift"). */
public final class DynamicFunction implements Func {

    private final FuncType type;
    private final HostCall call;
    private final CoreCallable core;
    private final Optional<CoreCallable> postReturn;

    /**
     * A function of an instance.
     *
     * @param name for traps
     */
    public DynamicFunction(LinkedInstance instance, LiftPlan lift, String name) {
        this.type = lift.type();
        this.call = instance.hostCall(lift, name);
        this.core = instance.callable(lift);
        this.postReturn = instance.postReturn(lift);
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
            long[] results = core.callBoxed(new Lowerer(call).arguments(type.paramTypes(), arguments));
            Optional<Val> result = type.result().map(resultType -> new Lifter(call).result(resultType, results));
            postReturn.ifPresent(function -> {
                call.beginPostReturn();
                function.callBoxed(results);
                call.endPostReturn();
            });
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
        for (int i = 0; i < params.size(); i++) {
            TypeCheck.require(
                    "argument " + params.get(i).label(),
                    arguments.get(i),
                    params.get(i).type());
        }
    }
}
