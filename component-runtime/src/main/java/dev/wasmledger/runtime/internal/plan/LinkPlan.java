package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.ResourceType;
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
     * What the resource types that the root imports or exports stand for, as indices into the plan's.
     *
     * @param byType those of all interfaces
     * @param byName those of one interface, by their names in it
     */
    public record ResourceScope(Map<ResourceType, Integer> byType, Map<String, Integer> byName) {}

    /**
     * A function that the root imports.
     *
     * @param from name of the imported instance, or {@link #ROOT}
     */
    public record HostFunction(String from, String name, FuncType type, ResourceScope resources) {

        /** As traps and messages name it. */
        public String qualifiedName() {
            return from.equals(ROOT) ? name : from + "#" + name;
        }
    }

    /** What the root exports and a host can use. */
    public sealed interface Exported {

        /**
         * A function.
         *
         * @param type as the root declares it; {@code lift} has it in the terms of the component that it belongs to
         */
        record Function(LiftPlan lift, FuncType type, ResourceScope resources) implements Exported {}

        record Instance(Map<String, Exported> exports) implements Exported {}
    }
}
