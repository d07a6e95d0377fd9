package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.validation.ValidatedComponent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The index spaces of one component instance, as far as its definitions have been followed. */
final class Scope {

    final ValidatedComponent component;
    final int instance;
    final @Nullable Scope around;
    final Map<String, Item> arguments;
    final Map<String, Item> exports = new LinkedHashMap<>();
    final Map<ResourceType, Integer> resources = new HashMap<>();
    final List<CoreItem> coreInstances = new ArrayList<>();

    private final Map<Sort, List<Item>> items = new EnumMap<>(Sort.class);
    private final Map<Sort, List<CoreSource>> coreSources = new EnumMap<>(Sort.class);
    private int nestedComponents;

    /**
     * @param instance index among the plan's component instances
     * @param around the scope of the component that this one is defined in
     */
    Scope(ValidatedComponent component, int instance, @Nullable Scope around, Map<String, Item> arguments) {
        this.component = component;
        this.instance = instance;
        this.around = around;
        this.arguments = arguments;
    }

    /** Adds to the sort's index space. A resource type becomes known under the static type that validation gave it. */
    void add(Sort sort, Item item) {
        List<Item> space = items.computeIfAbsent(sort, s -> new ArrayList<>());
        if (item instanceof Item.Type(var resource)
                && resource.isPresent()
                && component.spaces().types().get(space.size()) instanceof ResourceType type) {
            resources.put(type, resource.getAsInt());
        }
        space.add(item);
    }

    int size(Sort sort) {
        return items.getOrDefault(sort, List.of()).size();
    }

    Item get(Sort sort, int index) {
        List<Item> space = items.get(sort);
        if (space == null) {
            throw new IllegalStateException("validation let an index pass: " + sort.text() + " " + index);
        }
        return space.get(index);
    }

    void addCore(Sort sort, CoreSource source) {
        coreSources.computeIfAbsent(sort, s -> new ArrayList<>()).add(source);
    }

    int coreSize(Sort sort) {
        return coreSources.getOrDefault(sort, List.of()).size();
    }

    CoreSource getCore(Sort sort, int index) {
        List<CoreSource> space = coreSources.get(sort);
        if (space == null) {
            throw new IllegalStateException("validation let an index pass: " + sort.text() + " " + index);
        }
        return space.get(index);
    }

    /** The next component that is defined here. */
    Item nextNested() {
        return new Item.Component(component.nested().get(nestedComponents++), this);
    }

    /** The scope that many steps further out. */
    Scope outer(int count) {
        Scope scope = this;
        for (int i = 0; i < count; i++) {
            if (scope.around == null) {
                throw new IllegalStateException("validation let an outer alias pass: " + count);
            }
            scope = scope.around;
        }
        return scope;
    }
}
