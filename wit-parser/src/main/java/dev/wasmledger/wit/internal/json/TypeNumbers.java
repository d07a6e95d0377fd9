package dev.wasmledger.wit.internal.json;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers that the reference gives to types. It numbers those without a name as well, each where it is first needed
 * while a package is read: once for each package, and again where {@code include} copies it into another world.
 */
final class TypeNumbers {

    /** A type with a number. */
    sealed interface Entry {}

    /** One with a name, and the scope that its parts are numbered in. */
    record NamedEntry(TypeId id, Scope scope) implements Entry {}

    /** One without. */
    record AnonymousEntry(Type type, Stability stability, Scope scope) implements Entry {}

    /** In it, types of the same shape have one number. */
    static final class Scope {
        private final Map<Type, Integer> numbers = new HashMap<>();
    }

    private final ResolvedWit wit;
    private final Copies copies;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<TypeOwner, List<TypeId>> byOwner = new HashMap<>();
    private final Map<TypeId, Integer> named = new HashMap<>();
    private final Map<PackageId, Scope> packages = new HashMap<>();
    private final Map<WorldId, Scope> includes = new HashMap<>();

    TypeNumbers(ResolvedWit wit) {
        this.wit = wit;
        this.copies = new Copies(wit);
        for (int i = 0; i < wit.types().size(); i++) {
            byOwner.computeIfAbsent(wit.types().get(i).owner(), unused -> new ArrayList<>())
                    .add(new TypeId(i));
        }
        for (int i = 0; i < wit.packages().size(); i++) {
            numberPackage(new PackageId(i));
        }
    }

    /** All types, by number. */
    List<Entry> entries() {
        return entries;
    }

    Copies copies() {
        return copies;
    }

    int number(TypeId id) {
        return named.getOrDefault(id, -1);
    }

    /** The number of a type that is not a primitive one. */
    int number(Type type, Scope scope) {
        return type instanceof Type.Named(TypeId id) ? number(id) : scope.numbers.getOrDefault(type, -1);
    }

    Scope scope(PackageId id) {
        return packages.computeIfAbsent(id, unused -> new Scope());
    }

    /** For what was copied into a world. */
    Scope scope(WorldId id) {
        return includes.computeIfAbsent(id, unused -> new Scope());
    }

    private void numberPackage(PackageId id) {
        Scope scope = scope(id);
        List<InterfaceId> interfaces = IntStream.range(0, wit.interfaces().size())
                .mapToObj(InterfaceId::new)
                .filter(iface -> wit.get(iface).owner().equals(id)
                        && copies.original(iface).isEmpty())
                .toList();
        List<WorldId> worlds = IntStream.range(0, wit.worlds().size())
                .mapToObj(WorldId::new)
                .filter(world -> wit.get(world).owner().equals(id))
                .toList();
        var written = new Written(scope);
        interfaces.stream().filter(iface -> wit.get(iface).name().isPresent()).forEach(written::addInterface);
        worlds.forEach(written::addWorld);
        written.entries.forEach(this::number);

        // Handles that own come where they are needed first, and functions come behind all types.
        interfaces.forEach(iface -> wit.get(iface).functions().values().forEach(f -> numberHandles(f, scope)));
        for (WorldId world : worlds) {
            ownFunctions(world).forEach(function -> numberHandles(function, scope));
        }
        worlds.forEach(this::numberCopies);
    }

    /** What the text of a package needs numbers for, in its order. */
    private final class Written {
        private final Scope scope;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<Type, Stability> seen = new HashMap<>();

        Written(Scope scope) {
            this.scope = scope;
        }

        void addInterface(InterfaceId id) {
            addTypes(new TypeOwner.OfInterface(id));
            wit.get(id).functions().values().forEach(this::addFunction);
        }

        void addWorld(WorldId id) {
            addTypes(new TypeOwner.OfWorld(id));
            inTextOrder(id).forEach(item -> {
                switch (item) {
                    case WorldItem.FunctionItem(WitFunction function) -> addFunction(function);
                    case WorldItem.InterfaceItem iface -> addInterface(iface.id());
                    case WorldItem.TypeItem type -> {}
                }
            });
        }

        private void addTypes(TypeOwner owner) {
            for (TypeId id : byOwner.getOrDefault(owner, List.of())) {
                if (!copies.isCopy(id)) {
                    TypeParts.of(wit.get(id).kind())
                            .forEach(part -> addAnonymous(part, wit.get(id).stability()));
                    entries.add(new NamedEntry(id, scope));
                }
            }
        }

        private void addFunction(WitFunction function) {
            TypeParts.of(function).forEach(part -> addAnonymous(part, new Stability.Unknown()));
        }

        private void addAnonymous(Type type, Stability stability) {
            if (type instanceof Type.Primitive || type instanceof Type.Named || type instanceof Type.Own) {
                return;
            }
            TypeParts.of(type).forEach(part -> addAnonymous(part, stability));
            if (!seen.containsKey(type)) {
                Stability own = stability instanceof Stability.Unknown ? stabilityOfParts(type) : stability;
                seen.put(type, own);
                entries.add(new AnonymousEntry(type, own, scope));
            }
        }

        private Stability stabilityOfParts(Type type) {
            Stream<Stability> parts = type instanceof Type.Borrow(TypeId resource)
                    ? Stream.of(wit.get(resource).stability())
                    : TypeParts.of(type).stream().map(this::stability);
            return parts.filter(part -> !(part instanceof Stability.Unknown))
                    .findFirst()
                    .orElse(new Stability.Unknown());
        }

        private Stability stability(Type type) {
            return switch (type) {
                case Type.Named(TypeId id) -> wit.get(id).stability();
                case Type.Own(TypeId id) -> wit.get(id).stability();
                default -> seen.getOrDefault(type, new Stability.Unknown());
            };
        }
    }

    private void number(Entry entry) {
        switch (entry) {
            case NamedEntry(TypeId id, Scope scope) -> {
                TypeParts.of(wit.get(id).kind()).forEach(part -> numberHandle(part, scope));
                named.put(id, entries.size());
                entries.add(entry);
            }
            case AnonymousEntry(Type type, Stability stability, Scope scope) -> {
                TypeParts.of(type).forEach(part -> numberHandle(part, scope));
                scope.numbers.put(type, entries.size());
                entries.add(entry);
            }
        }
    }

    private void numberHandles(WitFunction function, Scope scope) {
        TypeParts.of(function).forEach(part -> numberHandle(part, scope));
    }

    private void numberHandle(Type type, Scope scope) {
        if (type instanceof Type.Own && !scope.numbers.containsKey(type)) {
            scope.numbers.put(type, entries.size());
            entries.add(new AnonymousEntry(type, new Stability.Unknown(), scope));
        }
    }

    /** What {@code include} copied into a world, each thing behind what it is made of. */
    private void numberCopies(WorldId id) {
        Scope scope = scope(id);
        WitWorld world = wit.get(id);
        Stream.concat(world.imports().values().stream(), world.exports().values().stream())
                .filter(item -> copies.isCopy(id, item))
                .forEach(item -> {
                    switch (item) {
                        case WorldItem.TypeItem(TypeId type) -> numberCopy(type, scope);
                        case WorldItem.FunctionItem(WitFunction function) -> numberCopy(function, scope);
                        case WorldItem.InterfaceItem iface -> {
                            wit.get(iface.id()).types().values().forEach(type -> numberCopy(type, scope));
                            wit.get(iface.id()).functions().values().forEach(f -> numberCopy(f, scope));
                        }
                    }
                });
    }

    private void numberCopy(WitFunction function, Scope scope) {
        function.kind().owner().ifPresent(resource -> numberCopy(resource, scope));
        TypeParts.of(function).forEach(part -> numberCopy(part, scope));
    }

    private void numberCopy(TypeId id, Scope scope) {
        if (!named.containsKey(id)) {
            TypeParts.of(wit.get(id).kind()).forEach(part -> numberCopy(part, scope));
            named.put(id, entries.size());
            entries.add(new NamedEntry(id, scope));
        }
    }

    private void numberCopy(Type type, Scope scope) {
        switch (type) {
            case Type.Primitive primitive -> {}
            case Type.Named(TypeId id) -> numberCopy(id, scope);
            default -> {
                if (!scope.numbers.containsKey(type)) {
                    TypeParts.of(type).forEach(part -> numberCopy(part, scope));
                    handleOf(type).ifPresent(resource -> numberCopy(resource, scope));
                    scope.numbers.put(type, entries.size());
                    entries.add(new AnonymousEntry(type, new Stability.Unknown(), scope));
                }
            }
        }
    }

    private static Optional<TypeId> handleOf(Type type) {
        return switch (type) {
            case Type.Own(TypeId resource) -> Optional.of(resource);
            case Type.Borrow(TypeId resource) -> Optional.of(resource);
            default -> Optional.empty();
        };
    }

    private List<WitFunction> ownFunctions(WorldId id) {
        WitWorld world = wit.get(id);
        List<WitFunction> functions = new ArrayList<>();
        for (var items : List.of(world.imports(), world.exports())) {
            items.values().stream()
                    .filter(item -> !copies.isCopy(id, item))
                    .filter(WorldItem.FunctionItem.class::isInstance)
                    .map(item -> ((WorldItem.FunctionItem) item).function())
                    .sorted(Comparator.comparingInt(function -> offset(function.place())))
                    .forEach(functions::add);
        }
        return functions;
    }

    /** A world's own functions and inline interfaces, imported and exported ones mixed as in its text. */
    private List<WorldItem> inTextOrder(WorldId id) {
        WitWorld world = wit.get(id);
        return Stream.concat(world.imports().values().stream(), world.exports().values().stream())
                .filter(item -> !copies.isCopy(id, item))
                .filter(item -> !(item instanceof WorldItem.InterfaceItem iface
                        && wit.get(iface.id()).name().isPresent()))
                .sorted(Comparator.comparingInt(this::offset))
                .toList();
    }

    private int offset(WorldItem item) {
        return switch (item) {
            case WorldItem.FunctionItem(WitFunction function) -> offset(function.place());
            case WorldItem.InterfaceItem iface -> offset(iface.place());
            case WorldItem.TypeItem(TypeId type) -> offset(wit.get(type).place());
        };
    }

    private static int offset(Place place) {
        return place instanceof Span span ? span.start() : 0;
    }
}
