package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResourceType;
import java.util.Map;
import java.util.Optional;

/**
 * A lifted function.
 *
 * @param name of the core function, for traps
 * @param resources what the resource types in {@code type} stand for, as indices into the plan's
 */
public record LiftPlan(
        String name,
        FuncType type,
        Map<ResourceType, Integer> resources,
        CoreSource core,
        OptionsPlan options,
        Optional<CoreSource> postReturn) {

    /** Index of the component instance that the function belongs to. */
    public int component() {
        return options.component();
    }
}
