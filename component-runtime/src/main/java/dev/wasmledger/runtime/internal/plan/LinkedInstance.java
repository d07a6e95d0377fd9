package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.abi.StringEncoding;
import dev.wasmledger.runtime.internal.core.ArrayMemory;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreExtern;
import dev.wasmledger.runtime.internal.core.CoreInstance;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.core.ReallocCall;
import dev.wasmledger.runtime.internal.dynamic.TreeAdapter;
import dev.wasmledger.runtime.internal.instance.AdapterCall;
import dev.wasmledger.runtime.internal.instance.Builtins;
import dev.wasmledger.runtime.internal.instance.ComponentState;
import dev.wasmledger.runtime.internal.instance.HostCall;
import dev.wasmledger.runtime.internal.instance.HostImport;
import dev.wasmledger.runtime.internal.instance.HostResource;
import dev.wasmledger.runtime.internal.instance.InstanceStore;
import dev.wasmledger.runtime.internal.instance.ResolvedOptions;
import dev.wasmledger.runtime.internal.instance.ResourceNames;
import dev.wasmledger.runtime.internal.instance.Resources;
import dev.wasmledger.runtime.internal.plan.LinkPlan.Exported;
import dev.wasmledger.runtime.internal.plan.LinkPlan.HostFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan carried out: the core instances and functions of one instance. */
public final class LinkedInstance {

    /** What the host provides for a plan. */
    public interface Host {

        /**
         * A resource type that the host defines.
         *
         * @param resource index into the plan's resources
         */
        HostResource resource(int resource);

        /**
         * The core function through which a component calls the host.
         *
         * @param imported index into the plan's imports
         */
        CoreCallable lower(int imported, CoreSignature signature, HostImport options);
    }

    private final LinkPlan plan;
    private final InstanceStore store;
    private final List<CoreInstance> coreInstances = new ArrayList<>();
    private final List<CoreExtern.Function> functions = new ArrayList<>();

    private LinkedInstance(LinkPlan plan, InstanceStore store) {
        this.plan = plan;
        this.store = store;
    }

    /** Carries out all steps. What traps meanwhile traps here. */
    public static LinkedInstance of(LinkPlan plan, InstanceStore store, Host host) {
        var instance = new LinkedInstance(plan, store);
        long planned = plan.steps().stream()
                .filter(step -> step instanceof Step.InstantiateCore)
                .count();
        if (planned > store.limits().coreInstances()) {
            throw store.trap(
                    "instance limit of " + store.limits().coreInstances()
                            + " core instances exceeded: the component consists of " + planned,
                    null);
        }
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.InstantiateCore core -> instance.instantiate(core);
                case Step.Adapt adapt -> instance.functions.add(instance.adapt(adapt));
                case Step.AdaptTrees adapt -> instance.functions.add(instance.adaptTrees(adapt));
                case Step.Builtin builtin -> instance.functions.add(instance.builtin(builtin));
                case Step.LowerHost lower -> instance.functions.add(instance.lowerHost(lower, host));
                case Step.Resource resource -> instance.functions.add(instance.resource(resource, host));
            }
        }
        store.onHostDrop(instance::drop);
        return instance;
    }

    public LinkPlan plan() {
        return plan;
    }

    public InstanceStore store() {
        return store;
    }

    /** The core function that was lifted. */
    public CoreCallable callable(LiftPlan lift) {
        return function(lift.core()).callable();
    }

    /** What is called after that function's result was read. */
    public Optional<CoreCallable> postReturn(LiftPlan lift) {
        return lift.postReturn().map(source -> function(source).callable());
    }

    /** What surrounds calls of the function by the host. */
    public HostCall hostCall(Exported.Function function, String name) {
        LiftPlan lift = function.lift();
        var names = new ResourceNames(function.resources().byName());
        return new HostCall(resolve(lift.options()), enteredByHost(lift.component()), names, name);
    }

    private ComponentState[] enteredByHost(int component) {
        var entered = new ArrayList<ComponentState>();
        for (int at = component; at >= 0; at = plan.components().get(at).parent()) {
            entered.add(store.component(at));
        }
        return entered.toArray(ComponentState[]::new);
    }

    /** Drops a resource that the host owned. */
    private void drop(int resource, int representation) {
        if (!(plan.resources().get(resource) instanceof ResourcePlan.Guest(int component, var destructor))) {
            throw new IllegalStateException("the host drops its own resource by a handle");
        }
        var options = new ResolvedOptions(store, store.component(component), StringEncoding.UTF8, null, null);
        var call = new HostCall(options, enteredByHost(component), ResourceNames.NONE, "destructor");
        call.enter();
        try {
            destructor.ifPresent(source -> function(source).callable().callBoxed(new long[] {representation}));
            call.leave();
        } catch (Throwable thrown) {
            throw call.failed(thrown);
        }
    }

    private void instantiate(Step.InstantiateCore step) {
        List<CoreExtern> imports = step.imports().stream().map(this::extern).toList();
        coreInstances.add(store.instantiating(
                step.component(), () -> plan.modules().get(step.module()).instantiate(imports, store.limits(), store)));
    }

    private CoreExtern.Function adapt(Step.Adapt step) {
        LiftPlan callee = step.callee();
        var call = new AdapterCall(
                resolve(step.caller()),
                resolve(callee.options()),
                step.entered().stream().map(store::component).toArray(ComponentState[]::new),
                callee.name());
        CoreCallable adapter = step.adapter()
                .instantiate(call, callable(callee), postReturn(callee).orElse(null));
        return new CoreExtern.Function(step.adapter().signature(), adapter);
    }

    private CoreExtern.Function adaptTrees(Step.AdaptTrees step) {
        LiftPlan callee = step.callee();
        var call = new AdapterCall(
                resolve(step.caller()),
                resolve(callee.options()),
                step.entered().stream().map(store::component).toArray(ComponentState[]::new),
                callee.name());
        var adapter = new TreeAdapter(
                callee,
                callable(callee),
                postReturn(callee),
                call,
                step.caller().async());
        return new CoreExtern.Function(step.signature(), GeneratedClasses.unboxed(step.signature(), adapter));
    }

    private CoreExtern.Function builtin(Step.Builtin step) {
        ComponentState component = store.component(step.component());
        CoreCallable function = switch (step.builtin()) {
            case TaskBuiltin.ContextGet(int slot) -> Builtins.contextGet(component, slot);
            case TaskBuiltin.ContextSet(int slot) -> Builtins.contextSet(component, slot);
            case TaskBuiltin.Backpressure(int change) -> Builtins.backpressure(store, component, change);
            case TaskBuiltin.TaskReturn taskReturn -> Builtins.taskReturn(store, component);
            case TaskBuiltin.NotBuilt(String name) -> Builtins.notBuilt(store, component, name);
        };
        return new CoreExtern.Function(step.signature(), GeneratedClasses.unboxed(step.signature(), function));
    }

    private CoreExtern.Function lowerHost(Step.LowerHost step, Host host) {
        HostFunction function = plan.imports().get(step.imported());
        var names = new ResourceNames(function.resources().byName());
        var options = new HostImport(resolve(step.caller()), names, function.qualifiedName());
        return new CoreExtern.Function(step.signature(), host.lower(step.imported(), step.signature(), options));
    }

    private CoreExtern.Function resource(Step.Resource step, Host host) {
        ComponentState component = store.component(step.component());
        CoreSignature signature = CoreSignature.of("I", step.kind() == Step.Resource.Kind.DROP ? "" : "I");
        CoreCallable function = switch (step.kind()) {
            case NEW -> Resources.creation(store, component, step.resource());
            case REP -> Resources.representation(store, component, step.resource());
            case DROP ->
                switch (plan.resources().get(step.resource())) {
                    case ResourcePlan.Guest guest -> drop(step, component, guest);
                    case ResourcePlan.Host provided ->
                        Resources.drop(store, component, step.resource(), host.resource(step.resource()));
                };
        };
        return new CoreExtern.Function(signature, GeneratedClasses.unboxed(signature, function));
    }

    private CoreCallable drop(Step.Resource step, ComponentState component, ResourcePlan.Guest resource) {
        var destruction = new AdapterCall(
                new ResolvedOptions(store, component, StringEncoding.UTF8, null, null),
                new ResolvedOptions(store, store.component(resource.component()), StringEncoding.UTF8, null, null),
                step.entered().stream().map(store::component).toArray(ComponentState[]::new),
                "destructor");
        Optional<CoreCallable> destructor =
                resource.destructor().map(source -> function(source).callable());
        return Resources.drop(store, component, step.resource(), destruction, destructor);
    }

    private ResolvedOptions resolve(OptionsPlan options) {
        @Nullable ArrayMemory memory = options.memory().map(this::memory).orElse(null);
        @Nullable
        ReallocCall realloc = options.realloc()
                .map(source -> (ReallocCall) function(source).callable())
                .orElse(null);
        return new ResolvedOptions(
                store, store.component(options.component()), options.stringEncoding(), memory, realloc);
    }

    private ArrayMemory memory(CoreSource source) {
        if (extern(source) instanceof CoreExtern.Memory(ArrayMemory memory)) {
            return memory;
        }
        throw new LinkException("a shared memory cannot be the memory of a canonical function");
    }

    private CoreExtern.Function function(CoreSource source) {
        return (CoreExtern.Function) extern(source);
    }

    private CoreExtern extern(CoreSource source) {
        return switch (source) {
            case CoreSource.InstanceExport(int instance, String name) ->
                coreInstances.get(instance).export(name);
            case CoreSource.Generated(int function) -> functions.get(function);
        };
    }
}
