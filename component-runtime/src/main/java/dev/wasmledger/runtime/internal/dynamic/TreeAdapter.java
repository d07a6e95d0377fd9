package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.abi.Flattening;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.instance.AdapterCall;
import dev.wasmledger.runtime.internal.instance.HostSide;
import dev.wasmledger.runtime.internal.plan.LiftPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call from one component to another that has no typed link: values cross as trees. So it is where the function or its
 * caller is {@code async}; the callee runs to its end before the caller goes on then, as the specification allows.
 */
public final class TreeAdapter implements CoreCallable {

    /** CanonicalABI.md, {@code Subtask.State.RETURNED}. */
    private static final int RETURNED = 2;

    private final AdapterCall call;
    private final HostSide caller;
    private final boolean asyncCaller;
    private final FuncType type;
    private final Map<ResourceType, Integer> resources;
    private final LiftedCall callee;

    /**
     * Between two sides that are resolved.
     *
     * @param core what the callee lifts, and {@code postReturn} what it wants to be called after its result was read
     * @param asyncCaller whether the caller lowers the function as {@code async}
     */
    public TreeAdapter(
            LiftPlan lift,
            CoreCallable core,
            Optional<CoreCallable> postReturn,
            AdapterCall call,
            boolean asyncCaller) {
        this.call = call;
        this.caller = call.callerSide();
        this.asyncCaller = asyncCaller;
        this.type = lift.type();
        this.resources = lift.resources();
        this.callee = new LiftedCall(lift, core, postReturn, call.calleeSide(), type, resources);
    }

    @Override
    public long[] callBoxed(long[] arguments) {
        call.enter();
        try {
            int maxFlat = asyncCaller ? Flattening.MAX_FLAT_ASYNC_PARAMS : Flattening.MAX_FLAT_PARAMS;
            List<Val> values = new Lifter(caller, resources).arguments(type.paramTypes(), arguments, maxFlat);
            Optional<Val> result = callee.run(values);
            long[] lowered = lower(result, arguments);
            call.leave();
            return lowered;
        } catch (Throwable thrown) {
            throw call.failed(thrown);
        }
    }

    private long[] lower(Optional<Val> result, long[] arguments) {
        int pointer = arguments.length == 0 ? 0 : (int) arguments[arguments.length - 1];
        var lowerer = new Lowerer(caller, resources);
        if (asyncCaller) {
            result.ifPresent(value -> lowerer.store(type.result().orElseThrow(), value, pointer));
            return new long[] {RETURNED};
        }
        return result.map(value -> lowerer.result(type.result().orElseThrow(), value, pointer))
                .orElse(new long[0]);
    }
}
