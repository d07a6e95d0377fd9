package dev.wasmledger.runtime;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.runtime.abi.ImportBinder;
import dev.wasmledger.runtime.dynamic.HostFunction;
import dev.wasmledger.runtime.internal.ModuleCache;
import dev.wasmledger.runtime.internal.binding.HostProvisions;
import dev.wasmledger.runtime.internal.binding.Provisions;
import dev.wasmledger.runtime.internal.instance.Definer;
import dev.wasmledger.runtime.internal.instance.HostResource;
import dev.wasmledger.runtime.internal.instance.InstanceStore;
import dev.wasmledger.runtime.internal.plan.LinkPlan;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import dev.wasmledger.runtime.internal.plan.ResourcePlan;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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

    private final Provisions provisions = new Provisions();
    private Limits limits = Limits.defaults();

    /** Sets the limits of the instances to be made from now on. */
    public Linker withLimits(Limits newLimits) {
        limits = newLimits;
        return this;
    }

    @Override
    public <C> void provide(String name, Class<C> core, C implementation) {
        provisions.addBinding(name, core, implementation);
    }

    @Override
    public <T> void provideResource(String name, String resource, Class<T> type, Consumer<? super T> destructor) {
        provisions.addResource(name, resource, HostResource.of(type, destructor));
    }

    /**
     * Provides one function without bindings.
     *
     * @param name of the imported interface; {@code $root} for a function that the component imports on its own
     * @param function its name there
     * @param type what it takes and gives; a component that imports it with another type is not linked
     */
    public void provideFunction(String name, String function, FuncType type, HostFunction implementation) {
        provisions.addFunction(name, function, type, implementation);
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
        var definers = IntStream.range(0, plan.resources().size())
                .mapToObj(index -> definer(plan, index, host))
                .toList();
        var store = new InstanceStore(ModuleCache.of(component.execution()).engine(), limits, paths, definers);
        return new Instance(LinkedInstance.of(plan, store, host), component.spun());
    }

    private static Definer definer(LinkPlan plan, int resource, HostProvisions host) {
        return switch (plan.resources().get(resource)) {
            case ResourcePlan.Guest guest -> new Definer.Component(guest.component());
            case ResourcePlan.Host provided -> new Definer.Host(host.resource(resource));
        };
    }
}
