package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.runtime.internal.core.CoreModule;
import java.util.List;
import java.util.Map;

/**
 * How to instantiate a component: immutable, and shared by all of its instances.
 *
 * @param modules the compiled core modules
 * @param components all component instances, the root first; a child comes after its parent
 * @param resources all resource types
 * @param steps to be done in this order
 * @param imports what the host has to provide
 * @param exports of the root, by name
 */
public record LinkPlan(
        List<CoreModule> modules,
        List<ComponentPlan> components,
        List<ResourcePlan> resources,
        List<Step> steps,
        List<HostFunction> imports,
        Map<String, Exported> exports) {

    /** The name under which functions that the root itself imports or exports are bound and provided. */
    public static final String ROOT = "$root";

    /** The path of names, and the index of the component instance around it; -1 for the root. */
    public record ComponentPlan(String path, int parent) {}

    /**
     * A function that the root imports.
     *
     * @param from name of the imported instance, or {@link #ROOT}
     */
    public record HostFunction(String from, String name, FuncType type) {

        /** As traps and messages name it. */
        public String qualifiedName() {
            return from.equals(ROOT) ? name : from + "#" + name;
        }
    }

    /** What the root exports and a host can use. */
    public sealed interface Exported {

        record Function(LiftPlan lift) implements Exported {}

        record Instance(Map<String, Exported> exports) implements Exported {}
    }
}
