package dev.wasmledger.runtime;

import dev.wasmledger.runtime.abi.ImportBinder;
import dev.wasmledger.runtime.internal.ModuleCache;
import dev.wasmledger.runtime.internal.binding.HostProvisions;
import dev.wasmledger.runtime.internal.binding.HostProvisions.Provision;
import dev.wasmledger.runtime.internal.instance.InstanceStore;
import dev.wasmledger.runtime.internal.plan.LinkPlan;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import dev.wasmledger.runtime.internal.plan.ResourcePlan;
import java.util.HashMap;
import java.util.Map;

/**
 * Gathers what a host provides and makes instances with it. Bindings' {@code provide} methods fill it:
 *
 * <pre>{@code
 * var linker = new Linker().withLimits(Limits.defaults().withMemoryPages(1024));
 * State.provide(linker, "state-engine", state);
 * try (Instance instance = linker.instantiate(component)) {
 *     Ledger ledger = Ledger.bind(instance, "ledger");
 * }
 * }</pre>
 */
public final class Linker implements ImportBinder {

    private final Map<String, Provision> provisions = new HashMap<>();
    private Limits limits = Limits.defaults();

    /** Sets the limits of the instances to be made from now on. */
    public Linker withLimits(Limits newLimits) {
        limits = newLimits;
        return this;
    }

    @Override
    public <C> void provide(String name, Class<C> core, C implementation) {
        provisions.put(name, new Provision(core, implementation));
    }

    /**
     * Makes an instance; runs the start functions of its core modules.
     *
     * @throws LinkException if an import is not provided, or with another type
     * @throws Trap if a start function traps or a limit is exceeded
     */
    public Instance instantiate(Component component) {
        LinkPlan plan = component.plan();
        var host = HostProvisions.match(plan, component.spun(), provisions);
        var paths = plan.components().stream().map(LinkPlan.ComponentPlan::path).toList();
        var definers = plan.resources().stream().map(ResourcePlan::component).toList();
        var store = new InstanceStore(ModuleCache.of(component.execution()).engine(), limits, paths, definers);
        return new Instance(LinkedInstance.of(plan, store, host), component.spun());
    }
}
