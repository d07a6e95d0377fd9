package dev.wasmledger.runtime.internal.plan;

import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValueExtern;
import dev.wasmledger.runtime.NotBuiltException;
import dev.wasmledger.runtime.internal.plan.LinkPlan.Exported;
import dev.wasmledger.runtime.internal.plan.LinkPlan.HostFunction;
import dev.wasmledger.runtime.internal.plan.LinkPlan.ResourceScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What crosses between the root component and the host. */
final class Boundary {

    /** The plan's, to which the host's are added. */
    private final List<ResourcePlan> resources;

    private final Map<ResourceType, Integer> byType = new HashMap<>();
    private final List<HostFunction> imports = new ArrayList<>();

    Boundary(List<ResourcePlan> resources) {
        this.resources = resources;
    }

    /** The functions that the host has to provide. */
    List<HostFunction> imports() {
        return List.copyOf(imports);
    }

    /** What the root's imports stand for, by name. */
    Map<String, Item> imported(ComponentType root) {
        return imported(LinkPlan.ROOT, root.imports());
    }

    private Map<String, Item> imported(String from, Map<String, ExternDecl> declared) {
        Map<String, Item> items = new LinkedHashMap<>();
        var scope = new ResourceScope(byType, new HashMap<>());
        declared.forEach((name, extern) -> items.put(name, imported(from, name, extern.type(), scope)));
        return items;
    }

    private Item imported(String from, String name, ExternType type, ResourceScope scope) {
        String qualified = from.equals(LinkPlan.ROOT) ? name : from + "#" + name;
        return switch (type) {
            case FuncType function -> {
                imports.add(new HostFunction(from, name, function, scope));
                yield new Item.Hosted(imports.size() - 1);
            }
            case InstanceType instance -> new Item.Instance(imported(qualified, instance.exports()));
            case TypeExtern(ResourceType resource, var bound) -> {
                int index = byType.computeIfAbsent(resource, r -> {
                    resources.add(new ResourcePlan.Host(from, name));
                    return resources.size() - 1;
                });
                scope.byName().put(name, index);
                yield new Item.Type(OptionalInt.of(index));
            }
            case TypeExtern plain -> Item.Type.PLAIN;
            case ComponentType component -> throw unsupported("a component", qualified);
            case CoreModuleType module -> throw unsupported("a core module", qualified);
            case ValueExtern value -> throw unsupported("a value", qualified);
        };
    }

    private static NotBuiltException unsupported(String what, String name) {
        return new NotBuiltException(what + " as import " + name);
    }

    /** What the host can use of the root's exports, by name. */
    Map<String, Exported> exported(ComponentType root, Map<String, Item> items) {
        // Functions may name the types of interfaces that come after their own.
        learnResources(root.exports(), items);
        return exported(root.exports(), items);
    }

    private void learnResources(Map<String, ExternDecl> declared, Map<String, Item> items) {
        items.forEach((name, item) -> {
            ExternType type = typeOf(declared, name);
            if (item instanceof Item.Type(OptionalInt index)
                    && index.isPresent()
                    && type instanceof TypeExtern(ResourceType resource, var bound)) {
                byType.put(resource, index.getAsInt());
            } else if (item instanceof Item.Instance(var nested) && type instanceof InstanceType instance) {
                learnResources(instance.exports(), nested);
            }
        });
    }

    private Map<String, Exported> exported(Map<String, ExternDecl> declared, Map<String, Item> items) {
        Map<String, Exported> exports = new LinkedHashMap<>();
        var scope = new ResourceScope(byType, new HashMap<>());
        items.forEach((name, item) -> {
            switch (item) {
                case Item.Lifted(LiftPlan lift) ->
                    exports.put(name, new Exported.Function(lift, (FuncType) typeOf(declared, name), scope));
                case Item.Instance(var nested) ->
                    exports.put(
                            name,
                            new Exported.Instance(exported(((InstanceType) typeOf(declared, name)).exports(), nested)));
                case Item.Type(OptionalInt index) ->
                    index.ifPresent(resource -> scope.byName().put(name, resource));
                // Host functions, components and modules that are only handed on cannot be called through this
                // instance.
                case Item.Hosted function -> {}
                case Item.Component component -> {}
                case Item.Module module -> {}
            }
        });
        return exports;
    }

    private static ExternType typeOf(Map<String, ExternDecl> declared, String name) {
        ExternDecl extern = declared.get(name);
        if (extern == null) {
            throw new IllegalStateException("validation gave the export no type: " + name);
        }
        return extern.type();
    }
}
