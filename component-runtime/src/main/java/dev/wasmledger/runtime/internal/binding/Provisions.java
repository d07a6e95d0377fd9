package dev.wasmledger.runtime.internal.binding;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.runtime.dynamic.HostFunction;
import dev.wasmledger.runtime.internal.instance.HostResource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a host provides: for each interface, a binding, functions of their own, resource types. */
public final class Provisions {

    /** A binding's interface of core-typed calls, implemented. */
    record Binding(Class<?> core, Object implementation) {}

    /** A function that takes and gives trees. */
    record DynamicFunction(FuncType type, HostFunction function) {}

    private final Map<String, Binding> bindings = new HashMap<>();
    private final Map<String, Map<String, DynamicFunction>> functions = new HashMap<>();
    private final Map<String, Map<String, HostResource>> resources = new HashMap<>();

    public void addBinding(String from, Class<?> core, Object implementation) {
        bindings.put(from, new Binding(core, implementation));
    }

    public void addFunction(String from, String name, FuncType type, HostFunction function) {
        functions.computeIfAbsent(from, f -> new HashMap<>()).put(name, new DynamicFunction(type, function));
    }

    public void addResource(String from, String name, HostResource resource) {
        resources.computeIfAbsent(from, f -> new HashMap<>()).put(name, resource);
    }

    Optional<Binding> binding(String from) {
        return find(from, bindings);
    }

    Optional<DynamicFunction> function(String from, String name) {
        return find(from, functions).map(byName -> byName.get(name));
    }

    Optional<HostResource> resource(String from, String name) {
        return find(from, resources).map(byName -> byName.get(name));
    }

    /** The names of all interfaces of which something is provided, for messages. */
    Collection<String> names() {
        return Stream.of(bindings, functions, resources)
                .flatMap(map -> map.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Optional<T> find(String from, Map<String, T> provided) {
        return InterfaceNames.find(from, provided.keySet()).map(provided::get);
    }
}
