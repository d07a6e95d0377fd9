package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.instance.HostSide;
import dev.wasmledger.runtime.internal.plan.LiftPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens within a call of a lifted function, with value trees (CanonicalABI.md, "canon lift"). */
final class LiftedCall {

    private static final int CALLBACK_CODE_BITS = 0xf;
    private static final int EXIT = 0;
    private static final int YIELD = 1;
    private static final int WAIT = 2;

    private final HostSide side;
    private final FuncType type;
    private final Map<ResourceType, Integer> resources;
    private final boolean async;
    private final CoreCallable core;
    private final Optional<CoreCallable> postReturn;
    private final boolean hasCallback;

    /**
     * Of a lifted function.
     *
     * @param core what was lifted
     * @param postReturn what is called after its result was read
     * @param side the component that the function belongs to
     * @param type of the function, in whose terms {@code resources} are
     */
    LiftedCall(
            LiftPlan lift,
            CoreCallable core,
            Optional<CoreCallable> postReturn,
            HostSide side,
            FuncType type,
            Map<ResourceType, Integer> resources) {
        this.side = side;
        this.type = type;
        this.resources = resources;
        this.async = lift.options().async();
        this.core = core;
        this.postReturn = postReturn;
        this.hasCallback = lift.options().hasCallback();
    }

    /** Runs it; the component has been entered, and is left by the caller. */
    Optional<Val> run(List<Val> arguments) {
        if (type.async()) {
            side.requireNoBackpressure();
        }
        long[] flat = new Lowerer(side, resources).arguments(type.paramTypes(), arguments);
        return async ? runAsync(flat) : runSync(flat);
    }

    private Optional<Val> runSync(long[] arguments) {
        long[] results = core.callBoxed(arguments);
        Optional<Val> result = type.result().map(resultType -> new Lifter(side, resources).result(resultType, results));
        side.endBorrows();
        postReturn.ifPresent(function -> {
            side.beginPostReturn();
            function.callBoxed(results);
            side.endPostReturn();
        });
        return result;
    }

    /** The result comes through {@code task.return}, while the core function runs. */
    private Optional<Val> runAsync(long[] arguments) {
        List<Val> result = side.runTask(
                () -> {
                    long[] packed = core.callBoxed(arguments);
                    if (hasCallback) {
                        requireExit((int) packed[0]);
                    }
                },
                values -> new Lifter(side, resources)
                        .arguments(type.result().stream().toList(), values));
        return result.stream().findFirst();
    }

    /** What the core function answers, where a callback is to be told of events: whether there is more to do. */
    private void requireExit(int packed) {
        int code = packed & CALLBACK_CODE_BITS;
        switch (code) {
            case EXIT -> {}
            case YIELD -> throw new NotBuiltException("a callback that yields");
            case WAIT -> throw new NotBuiltException("a callback that waits");
            default -> throw side.trap("unsupported callback code: " + code);
        }
    }
}
