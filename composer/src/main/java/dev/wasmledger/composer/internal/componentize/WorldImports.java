package dev.wasmledger.composer.internal.componentize;

import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.composer.internal.componentize.CoreNames.ImportedItem;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.composer.internal.encode.LiveImports;
import dev.wasmledger.composer.internal.encode.TopLevelScope;
import dev.wasmledger.composer.internal.encode.TopLevelScope.InstanceOrigin;
import dev.wasmledger.composer.internal.encode.TypeCopier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A component's imports: those of its world, as far as they are alive. */
final class WorldImports {

    private final TopLevelScope world;
    private final LiveImports live;
    private final ComponentBuilder target;
    private final TypeCopier types;
    private final Map<InstanceOrigin, Index.Instance> instances = new HashMap<>();
    private final Map<String, Index.Func> funcs = new HashMap<>();

    private WorldImports(TopLevelScope world, LiveImports live, ComponentBuilder target) {
        this.world = world;
        this.live = live;
        this.target = target;
        this.types = new TypeCopier(world, target, this::instance);
    }

    /** Adds the imports that the guest and the world's exports need. */
    static WorldImports add(ComponentTypeDef worldType, GuestModule guest, ComponentBuilder target) {
        TopLevelScope world = TopLevelScope.of(worldType);
        var live = new LiveImports(world);
        for (ImportedItem item : guest.imports().values()) {
            switch (item) {
                case ImportedItem.Function(WorldFunction function) -> {
                    live.use(function.owner(), function.name());
                    // Its name is only valid where the resource has one.
                    function.resource()
                            .ifPresent(
                                    resource -> live.use(function.isOfWorld() ? resource : function.owner(), resource));
                }
                case ImportedItem.ResourceBuiltin exported -> {
                    // It is the component's own.
                }
                case ImportedItem.ResourceDrop(String owner, String resource) -> live.use(owner, resource);
            }
        }
        world.exports().values().forEach(export -> live.use(export.type()));
        live.follow();

        var imports = new WorldImports(world, live, target);
        world.imports().values().stream()
                .filter(imported -> live.isLive(imported.name().name()))
                .forEach(imports::add);
        return imports;
    }

    private void add(Import imported) {
        String name = imported.name().name();
        ExternDesc type = live.instanceType(name)
                .<ExternDesc>map(definition -> new ExternDesc.Instance(target.type(types.copyInstanceType(definition))))
                .orElseGet(() -> types.copy(imported.type()));
        switch (target.importing(imported.name(), type)) {
            case Index.Instance instance -> instances.put(new InstanceOrigin.Imported(name), instance);
            case Index.Func func -> funcs.put(name, func);
            case Index.Type copy -> types.bind(world.importedType(name), copy);
            case Index other ->
                throw new IllegalArgumentException(
                        "a world imports no " + other.sort().text());
        }
    }

    TopLevelScope world() {
        return world;
    }

    ComponentBuilder target() {
        return target;
    }

    /** Copies types of the world into the component. */
    TypeCopier types() {
        return types;
    }

    /** The component's instance for one of the world. */
    Optional<Index.Instance> instance(InstanceOrigin origin) {
        return Optional.ofNullable(instances.get(origin));
    }

    /** From now on that instance is the one that the world promises under that name. */
    void exported(String name, Index.Instance instance) {
        instances.put(new InstanceOrigin.Promised(name), instance);
    }

    /** The type of the component's instance for one of the world, in terms of the world. */
    InstanceTypeDef instanceType(InstanceOrigin origin) {
        return switch (origin) {
            case InstanceOrigin.Imported(String name) ->
                live.instanceType(name).orElseThrow(() -> new IllegalArgumentException(name + " is not alive"));
            case InstanceOrigin.Promised(String name) -> promisedType(name);
            case InstanceOrigin.Inner() -> throw new IllegalArgumentException("a world has no inner instances");
        };
    }

    private InstanceTypeDef promisedType(String name) {
        var export = world.exports().get(name);
        if (export != null && export.type() instanceof ExternDesc.Instance(Index.Type type)) {
            return world.instanceType(type);
        }
        throw new IllegalArgumentException("the world exports no interface " + name);
    }

    /** The component's function for one that the world imports. */
    Index.Func func(WorldFunction function) {
        Index.Func own = function.isOfWorld() ? funcs.get(function.name()) : null;
        return own != null ? own : (Index.Func) member(Sort.FUNC, function.owner(), function.name());
    }

    /** The component's type for a resource that the world imports. */
    Index.Type resource(ImportedItem.ResourceDrop drop) {
        return drop.owner().equals(drop.resource())
                ? types.copy(world.importedType(drop.resource()))
                : (Index.Type) member(Sort.TYPE, drop.owner(), drop.resource());
    }

    private Index member(Sort sort, String owner, String name) {
        Index.Instance instance = instance(new InstanceOrigin.Imported(owner))
                .orElseThrow(() -> new IllegalArgumentException(owner + " is not alive"));
        return target.alias(sort, instance, name);
    }
}
