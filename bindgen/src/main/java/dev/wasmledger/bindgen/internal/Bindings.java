package dev.wasmledger.bindgen.internal;

import dev.wasmledger.bindgen.Side;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Finds out what the worlds of a request import and export, each of it once. */
final class Bindings {

    /**
     * One of a world's imports or exports that is called.
     *
     * @param name what the world calls it; {@link Binding#ROOT} for the functions of the world itself
     */
    record Part(String name, Binding binding) {

        /** {@code cart} of {@code acme:shop/cart@1.0.0}, and a plain name itself. */
        String simpleName() {
            return binding.isOfWorld()
                    ? "functions"
                    : name.substring(name.indexOf('/') + 1).replaceFirst("@.*", "");
        }
    }

    /** What a world imports and exports. */
    record World(WorldId id, List<Part> imports, List<Part> exports) {}

    /** A binding that is being put together. */
    private final class Found {
        private final TypeOwner owner;
        private final Symbols.Home home;
        private final String name;
        private final Docs docs;
        private final List<WitFunction> functions;
        private final List<TypeId> resources;
        private boolean imported;
        private boolean exported;

        Found(
                TypeOwner owner,
                Symbols.Home home,
                String name,
                Docs docs,
                List<WitFunction> functions,
                List<TypeId> resources) {
            this.owner = owner;
            this.home = home;
            this.name = name;
            this.docs = docs;
            this.functions = functions;
            this.resources = resources;
        }

        Binding binding() {
            return new Binding(owner, home, name, callable.of(owner, functions), resources, docs, imported, exported);
        }
    }

    private final ResolvedWit wit;
    private final Symbols symbols;
    private final Functions callable;
    private final Side side;
    private final Map<Symbols.Home, Found> found = new LinkedHashMap<>();
    private final Map<Symbols.Home, Binding> bindings = new LinkedHashMap<>();
    private final Set<TypeOwner> owners = new LinkedHashSet<>();
    private final List<World> worlds = new ArrayList<>();

    Bindings(Model model, Functions functions, Side side, List<WorldId> worlds) {
        this.wit = model.wit;
        this.symbols = model.symbols;
        this.callable = functions;
        this.side = side;
        for (WorldId world : worlds) {
            owners.add(new TypeOwner.OfWorld(world));
            find(world, wit.get(world).imports(), true);
            find(world, wit.get(world).exports(), false);
        }
        found.forEach((home, of) -> bindings.put(home, of.binding()));
        for (WorldId world : worlds) {
            this.worlds.add(new World(
                    world,
                    parts(world, wit.get(world).imports(), true),
                    parts(world, wit.get(world).exports(), false)));
        }
    }

    private void find(WorldId world, SequencedMap<WorldKey, WorldItem> items, boolean imported) {
        List<WitFunction> functions = new ArrayList<>();
        items.forEach((key, item) -> {
            switch (item) {
                case WorldItem.InterfaceItem(InterfaceId id, var stability, var externalId, var docs, var place) -> {
                    owners.add(new TypeOwner.OfInterface(id));
                    add(home(world, key, id), imported, home -> ofInterface(home, key, id));
                }
                case WorldItem.FunctionItem(WitFunction function) -> functions.add(function);
                case WorldItem.TypeItem type -> {}
            }
        });
        List<TypeId> resources = imported ? Symbols.resources(wit, new TypeOwner.OfWorld(world)) : List.<TypeId>of();
        if (!functions.isEmpty() || !resources.isEmpty()) {
            add(
                    symbols.functionsHome(world, imported),
                    imported,
                    home -> ofWorld(home, world, functions, resources, imported));
        }
    }

    private void add(Symbols.Home home, boolean imported, java.util.function.Function<Symbols.Home, Found> made) {
        Found sides = found.computeIfAbsent(home, made);
        sides.imported |= imported;
        sides.exported |= !imported;
    }

    /** On the host, an interface is the same whatever name it goes by; in a guest, it has other core functions. */
    private Symbols.Home home(WorldId world, WorldKey key, InterfaceId id) {
        return side == Side.GUEST
                        && key instanceof WorldKey.PlainName(String name)
                        && wit.get(id).name().isPresent()
                ? symbols.plainHome(world, name)
                : symbols.home(new TypeOwner.OfInterface(id));
    }

    private Found ofInterface(Symbols.Home home, WorldKey key, InterfaceId id) {
        WitInterface iface = wit.get(id);
        TypeOwner owner = new TypeOwner.OfInterface(id);
        String name = side == Side.HOST && iface.name().isPresent() ? wit.interfaceName(id) : wit.keyName(key);
        return new Found(
                owner,
                home,
                name,
                Docs.of(iface.docs(), iface.stability()),
                List.copyOf(iface.functions().values()),
                Symbols.resources(wit, owner));
    }

    private Found ofWorld(
            Symbols.Home home, WorldId world, List<WitFunction> functions, List<TypeId> resources, boolean imported) {
        String about = "The functions that {@code " + wit.worldName(world) + "} " + (imported ? "imports" : "exports")
                + " itself.";
        return new Found(
                new TypeOwner.OfWorld(world),
                home,
                Binding.ROOT,
                Docs.of(Optional.empty()).orElse(about),
                functions,
                resources);
    }

    private List<Part> parts(WorldId world, SequencedMap<WorldKey, WorldItem> items, boolean imported) {
        List<Part> parts = new ArrayList<>();
        items.forEach((key, item) -> {
            if (item instanceof WorldItem.InterfaceItem iface) {
                binding(home(world, key, iface.id())).ifPresent(of -> parts.add(new Part(wit.keyName(key), of)));
            }
        });
        binding(symbols.functionsHome(world, imported)).ifPresent(own -> parts.add(new Part(Binding.ROOT, own)));
        return parts;
    }

    /** The binding, if there is anything to call. */
    private Optional<Binding> binding(Symbols.Home home) {
        return Optional.ofNullable(bindings.get(home)).filter(binding -> !binding.isEmpty());
    }

    /** The interfaces and worlds whose types are to be generated. */
    Set<TypeOwner> owners() {
        return owners;
    }

    /** What there is to call or to answer. */
    List<Binding> all() {
        return bindings.values().stream().filter(binding -> !binding.isEmpty()).toList();
    }

    List<World> worlds() {
        return worlds;
    }
}
