package dev.wasmledger.runtime.internal.binding;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.runtime.LinkException;
import dev.wasmledger.runtime.internal.core.CoreCallable;
import dev.wasmledger.runtime.internal.core.CoreSignature;
import dev.wasmledger.runtime.internal.instance.HostImport;
import dev.wasmledger.runtime.internal.plan.LinkPlan;
import dev.wasmledger.runtime.internal.plan.LinkPlan.HostFunction;
import dev.wasmledger.runtime.internal.plan.LinkedInstance;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The host's implementations, matched with what a plan imports. */
public final class HostProvisions implements LinkedInstance.HostFunctions {

    /** What was provided under one name. */
    public record Provision(Class<?> core, Object implementation) {}

    private record Matched(Method method, Object implementation) {}

    private final SpunClasses spun;
    private final List<Matched> matched;

    private HostProvisions(SpunClasses spun, List<Matched> matched) {
        this.spun = spun;
        this.matched = matched;
    }

    /**
     * Finds an implementation for each import.
     *
     * @throws LinkException that lists all imports for which there is none, or one of another type
     */
    public static HostProvisions match(LinkPlan plan, SpunClasses spun, Map<String, Provision> provisions) {
        var problems = new ArrayList<String>();
        var matched = new ArrayList<Matched>();
        for (HostFunction wanted : plan.imports()) {
            find(wanted, provisions, matched, problems);
        }
        if (!problems.isEmpty()) {
            throw new LinkException(String.join("\n", problems));
        }
        return new HostProvisions(spun, matched);
    }

    private static void find(
            HostFunction wanted, Map<String, Provision> provisions, List<Matched> matched, List<String> problems) {
        Provision provision = provisions.get(
                InterfaceNames.find(wanted.from(), provisions.keySet()).orElse(""));
        if (provision == null) {
            problems.add("import " + wanted.qualifiedName() + " is not provided; provided are "
                    + new TreeSet<>(provisions.keySet()));
            return;
        }
        Method method = CoreMethods.of(provision.core()).functions().get(wanted.name());
        String type = TypeText.of(wanted.type());
        if (method == null) {
            problems.add(
                    "import " + wanted.qualifiedName() + ": what is provided under that name has no such function");
        } else if (!CoreMethods.type(method).equals(type)) {
            problems.add("import " + wanted.qualifiedName() + " has the type " + type + "; provided is one of the type "
                    + CoreMethods.type(method));
        } else {
            matched.add(new Matched(method, provision.implementation()));
        }
    }

    @Override
    public CoreCallable lower(int imported, CoreSignature signature, HostImport options) {
        Matched host = matched.get(imported);
        return spun.forImport(imported, host.method, signature).instantiate(options, host.implementation);
    }
}
