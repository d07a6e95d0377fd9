package dev.wasmledger.runtime.internal.binding;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.abi.BoundInterface;
import dev.wasmledger.runtime.abi.ExportCall;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.instance.HostCall;
import dev.wasmledger.runtime.internal.plan.LiftPlan;
import dev.wasmledger.runtime.internal.plan.LinkPlan;
import dev.wasmledger.runtime.internal.plan.LinkPlan.Exported;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exported interface of an instance, bound to a binding. */
public final class ExportedInterface<C> implements BoundInterface<C> {

    private final C core;
    private final Map<String, HostCall> calls;

    private ExportedInterface(C core, Map<String, HostCall> calls) {
        this.core = core;
        this.calls = calls;
    }

    /**
     * Binds the export with that name, or with a compatible version of it.
     *
     * @throws LinkException if there is none, or a function is missing or of another type
     */
    public static <C> ExportedInterface<C> bind(LinkedInstance instance, SpunClasses spun, String name, Class<C> core) {
        Map<String, Exported> exports = exports(instance.plan(), name);
        CoreMethods methods = CoreMethods.of(core);
        var targets = new ArrayList<ExportBinding.Target>();
        var calls = new ArrayList<HostCall>();
        var functions = new ArrayList<@Nullable CoreCallable>();
        Map<String, HostCall> byName = new LinkedHashMap<>();
        methods.functions().forEach((function, method) -> {
            Exported.Function found = function(exports, name, function, CoreMethods.type(method));
            LiftPlan lift = found.lift();
            HostCall call = instance.hostCall(found, name.equals(LinkPlan.ROOT) ? function : name + "#" + function);
            byName.put(function, call);
            targets.add(new ExportBinding.Target(method, true, false));
            calls.add(call);
            functions.add(instance.callable(lift));

            Method postReturn = methods.postReturns().get(function);
            if (postReturn != null) {
                Optional<CoreCallable> declared = instance.postReturn(lift);
                targets.add(new ExportBinding.Target(postReturn, declared.isPresent(), true));
                calls.add(call);
                functions.add(declared.orElse(null));
            }
        });
        Object spunCore = spun.forExport(name, core, List.copyOf(targets))
                .instantiate(calls.toArray(HostCall[]::new), functions.toArray(CoreCallable[]::new));
        return new ExportedInterface<>(core.cast(spunCore), byName);
    }

    private static Map<String, Exported> exports(LinkPlan plan, String name) {
        if (name.equals(LinkPlan.ROOT)) {
            return plan.exports();
        }
        Optional<String> found = InterfaceNames.find(name, plan.exports().keySet());
        if (found.isPresent() && plan.exports().get(found.get()) instanceof Exported.Instance(var exports)) {
            return exports;
        }
        throw new LinkException("the component exports no interface " + name + "; it exports "
                + plan.exports().keySet());
    }

    private static Exported.Function function(
            Map<String, Exported> exports, String name, String function, String type) {
        if (!(exports.get(function) instanceof Exported.Function found)) {
            throw new LinkException("the component's " + name + " has no function " + function);
        }
        String actual = TypeText.of(found.type());
        if (!actual.equals(type)) {
            throw new LinkException("function " + function + " of the component's " + name + " has the type " + actual
                    + "; the binding was generated for " + type);
        }
        if (found.type().async()) {
            throw new NotBuiltException("a binding for an `async` function, " + name + "#" + function);
        }
        return found;
    }

    @Override
    public C core() {
        return core;
    }

    @Override
    public ExportCall call(String function) {
        HostCall call = calls.get(function);
        if (call == null) {
            throw new IllegalArgumentException("the binding has no function " + function);
        }
        return call;
    }
}
