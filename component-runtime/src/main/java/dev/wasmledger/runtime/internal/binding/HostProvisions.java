package dev.wasmledger.runtime.internal.binding;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.core.GeneratedClasses;
import dev.wasmledger.runtime.internal.dynamic.DynamicImport;
import dev.wasmledger.runtime.internal.instance.HostImport;
import dev.wasmledger.runtime.internal.instance.HostResource;
import dev.wasmledger.runtime.internal.plan.LinkPlan;
import dev.wasmledger.runtime.internal.plan.LinkPlan.HostFunction;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import dev.wasmledger.runtime.internal.plan.ResourcePlan;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the host provides, matched with what a plan imports. */
public final class HostProvisions implements LinkedInstance.Host {

    /** What stands for an imported function. */
    private sealed interface Matched {

        record Bound(Method method, Object implementation) implements Matched {}

        record Dynamic(HostFunction wanted, dev.wasmledger.runtime.dynamic.HostFunction function) implements Matched {}
    }

    private final Provisions provisions;
    private final SpunClasses spun;
    private final List<Matched> functions = new ArrayList<>();
    private final Map<Integer, HostResource> resources = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private HostProvisions(Provisions provisions, SpunClasses spun) {
        this.provisions = provisions;
        this.spun = spun;
    }

    /**
     * Finds what stands for each import.
     *
     * @throws LinkException that lists all imports for which there is nothing, or something of another type
     */
    public static HostProvisions match(LinkPlan plan, SpunClasses spun, Provisions provisions) {
        var host = new HostProvisions(provisions, spun);
        plan.imports().forEach(host::matchFunction);
        for (int i = 0; i < plan.resources().size(); i++) {
            if (plan.resources().get(i) instanceof ResourcePlan.Host wanted) {
                host.matchResource(i, wanted);
            }
        }
        if (!host.problems.isEmpty()) {
            throw new LinkException(String.join("\n", host.problems));
        }
        return host;
    }

    private void matchFunction(HostFunction wanted) {
        var dynamic = provisions.function(wanted.from(), wanted.name());
        if (dynamic.isPresent()) {
            if (hasType(wanted, TypeText.of(dynamic.get().type()))) {
                functions.add(new Matched.Dynamic(wanted, dynamic.get().function()));
            }
            return;
        }
        Optional<Provisions.Binding> binding = provisions.binding(wanted.from());
        if (binding.isEmpty()) {
            problems.add("import " + wanted.qualifiedName() + " is not provided; provided are " + provisions.names());
            return;
        }
        Method method = CoreMethods.of(binding.get().core()).functions().get(wanted.name());
        if (method == null) {
            problems.add(
                    "import " + wanted.qualifiedName() + ": what is provided under that name has no such function");
        } else if (hasType(wanted, CoreMethods.type(method))) {
            functions.add(new Matched.Bound(method, binding.get().implementation()));
        }
    }

    private boolean hasType(HostFunction wanted, String provided) {
        String type = TypeText.of(wanted.type());
        if (!provided.equals(type)) {
            problems.add("import " + wanted.qualifiedName() + " has the type " + type + "; provided is one of the type "
                    + provided);
        }
        return provided.equals(type);
    }

    private void matchResource(int index, ResourcePlan.Host wanted) {
        Optional<HostResource> found = provisions.resource(wanted.from(), wanted.name());
        if (found.isEmpty()) {
            problems.add("resource type " + wanted.qualifiedName() + " is not provided");
        } else {
            resources.put(index, found.get());
        }
    }

    @Override
    public CoreCallable lower(int imported, CoreSignature signature, HostImport options) {
        return switch (functions.get(imported)) {
            case Matched.Bound(Method method, Object implementation) ->
                spun.forImport(imported, method, signature).instantiate(options, implementation);
            case Matched.Dynamic(HostFunction wanted, var function) ->
                GeneratedClasses.unboxed(
                        signature,
                        new DynamicImport(
                                function, wanted.type(), wanted.resources().byType(), options));
        };
    }

    @Override
    public HostResource resource(int resource) {
        return Objects.requireNonNull(resources.get(resource));
    }
}
