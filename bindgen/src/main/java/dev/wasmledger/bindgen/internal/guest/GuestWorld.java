package dev.wasmledger.bindgen.internal.guest;

import dev.wasmledger.bindgen.internal.guest.GuestFunction.Parameter;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.Port.Direction;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** A world, with each function and type settled that a guest of it has. */
public final class GuestWorld {

    private final ResolvedWit wit;
    private final WorldId world;
    private final List<Port> imports;
    private final List<Port> exports;
    private final Map<GuestType.Named, Set<Resource>> resources = new HashMap<>();
    private final List<WitFunction> ownImports = new ArrayList<>();
    private final List<WitFunction> ownExports = new ArrayList<>();

    public GuestWorld(ResolvedWit wit, WorldId world) {
        this.wit = wit;
        this.world = world;
        this.imports = ports(Direction.IMPORT, wit.get(world).imports(), ownImports);
        this.exports = ports(Direction.EXPORT, wit.get(world).exports(), ownExports);
    }

    /** The interfaces in the world's order, then the world itself. */
    private List<Port> ports(
            Direction direction, SequencedMap<WorldKey, WorldItem> items, List<WitFunction> functions) {
        List<Port> ports = new ArrayList<>();
        items.forEach((key, item) -> {
            switch (item) {
                case WorldItem.InterfaceItem found ->
                    ports.add(new Port(
                            direction,
                            wit.keyName(key),
                            Optional.of(found.id()),
                            path(key),
                            found.docs().or(() -> wit.get(found.id()).docs())));
                case WorldItem.FunctionItem(WitFunction function) -> functions.add(function);
                case WorldItem.TypeItem type -> {}
            }
        });
        String root = direction == Direction.IMPORT ? Port.ROOT : "";
        ports.add(new Port(direction, root, Optional.empty(), worldPath(), Optional.empty()));
        return List.copyOf(ports);
    }

    private List<String> path(WorldKey key) {
        return switch (key) {
            case WorldKey.InterfaceName(InterfaceId named) ->
                path(wit.get(named).owner(), wit.get(named).name().orElseThrow());
            case WorldKey.PlainName(String name) ->
                Stream.concat(worldPath().stream(), Stream.of(name)).toList();
        };
    }

    private List<String> worldPath() {
        return path(wit.get(world).owner(), wit.get(world).name());
    }

    /** The version is among the words only where two versions of one package meet. */
    private List<String> path(PackageId owner, String name) {
        PackageName of = wit.get(owner).name();
        boolean versions = wit.packages().stream()
                .anyMatch(other -> other.name().namespace().equals(of.namespace())
                        && other.name().name().equals(of.name())
                        && !other.name().version().equals(of.version()));
        List<String> path = new ArrayList<>(List.of(of.namespace(), of.name()));
        of.version().filter(v -> versions).ifPresent(v -> path.add("v" + v));
        path.add(name);
        return List.copyOf(path);
    }

    public ResolvedWit wit() {
        return wit;
    }

    public WorldId id() {
        return world;
    }

    /** The world's name, without its package. */
    public String name() {
        return wit.get(world).name();
    }

    /** The interfaces that are imported, and the world itself. */
    public List<Port> imports() {
        return imports;
    }

    /** The interfaces that are exported, and the world itself. */
    public List<Port> exports() {
        return exports;
    }

    /** What an interface defines is in the order of the text; aliases are no definitions. */
    public List<TypeId> definitions(Port port) {
        return types(port).stream()
                .filter(id -> !(wit.get(id).kind() instanceof TypeDefKind.AliasKind))
                .toList();
    }

    /** What has a name in an interface, in the order of the text, aliases included; what a world itself defines is imported. */
    public Collection<TypeId> types(Port port) {
        return port.iface().isPresent()
                ? wit.get(port.iface().get()).types().values()
                : port.exported() ? List.of() : ownTypes();
    }

    private List<TypeId> ownTypes() {
        return wit.get(world).imports().values().stream()
                .filter(WorldItem.TypeItem.class::isInstance)
                .map(item -> ((WorldItem.TypeItem) item).id())
                .toList();
    }

    /** The records, variants, enums and flags that belong to a port and to no other. */
    public List<GuestType.Named> values(Port port) {
        return definitions(port).stream()
                .filter(id -> !(wit.get(id).kind() instanceof TypeDefKind.ResourceKind))
                .map(id -> named(id, port))
                .filter(type -> type.port().equals(port))
                .toList();
    }

    /** The resources that a port imports or exports. */
    public List<Resource> resources(Port port) {
        return definitions(port).stream()
                .filter(id -> wit.get(id).kind() instanceof TypeDefKind.ResourceKind)
                .map(id -> new Resource(id, port))
                .toList();
    }

    /** The functions of a port, those of resources included. */
    public List<GuestFunction> functions(Port port) {
        Collection<WitFunction> functions = port.iface()
                .<Collection<WitFunction>>map(id -> wit.get(id).functions().values())
                .orElse(port.exported() ? ownExports : ownImports);
        return functions.stream().map(function -> function(function, port)).toList();
    }

    private GuestFunction function(WitFunction function, Port port) {
        return new GuestFunction(
                function,
                port,
                function.parameters().stream()
                        .map(p -> new Parameter(p.name(), type(p.type(), port)))
                        .toList(),
                function.result().map(result -> type(result, port)));
    }

    /** A type where a port uses it. */
    public GuestType type(Type type, Port port) {
        return switch (wit.dealias(type)) {
            case Type.Primitive primitive ->
                switch (primitive) {
                    case STRING -> new GuestType.Text();
                    case ERROR_CONTEXT -> new GuestType.End(primitive);
                    default -> new GuestType.Scalar(primitive);
                };
            case Type.ListOf(Type element) -> new GuestType.ListOf(type(element, port));
            case Type.FixedList(Type element, long length) -> new GuestType.FixedList(type(element, port), length);
            case Type.MapOf(Type key, Type value) -> new GuestType.MapOf(type(key, port), type(value, port));
            case Type.Option(Type some) -> new GuestType.OptionOf(type(some, port));
            case Type.Result(var ok, var err) ->
                new GuestType.ResultOf(ok.map(t -> type(t, port)), err.map(t -> type(t, port)));
            case Type.Tuple(List<Type> elements) ->
                new GuestType.TupleOf(elements.stream().map(t -> type(t, port)).toList());
            case Type.Own(TypeId resource) -> new GuestType.Own(resource(resource, port));
            case Type.Borrow(TypeId resource) -> new GuestType.Borrow(resource(resource, port));
            case Type.Future future -> new GuestType.End(future);
            case Type.Stream stream -> new GuestType.End(stream);
            case Type.Named(TypeId id) -> named(id, port);
        };
    }

    private Resource resource(TypeId id, Port port) {
        TypeId definition = wit.dealias(id);
        return new Resource(definition, owner(definition, port));
    }

    /** The type belongs to the first port that has the same resources in it. */
    private GuestType.Named named(TypeId id, Port context) {
        Port owner = owner(id, context);
        Set<Resource> held = resourcesOf(id, owner);
        Port first = Stream.concat(imports.stream(), exports.stream())
                .filter(port -> port.iface().equals(owner.iface()))
                .filter(port -> resourcesOf(id, port).equals(held))
                .findFirst()
                .orElse(owner);
        return new GuestType.Named(id, first);
    }

    private Set<Resource> resourcesOf(TypeId id, Port port) {
        GuestType.Named key = new GuestType.Named(id, port);
        Set<Resource> known = resources.get(key);
        if (known == null) {
            known = findResources(id, port);
            resources.put(key, known);
        }
        return known;
    }

    private Set<Resource> findResources(TypeId id, Port port) {
        Set<Resource> found = new LinkedHashSet<>();
        switch (wit.get(id).kind()) {
            case TypeDefKind.RecordKind(var fields) -> fields.forEach(f -> addResources(f.type(), port, found));
            case TypeDefKind.VariantKind(var cases) ->
                cases.forEach(c -> c.payload().ifPresent(payload -> addResources(payload, port, found)));
            default -> {}
        }
        return found;
    }

    private void addResources(Type type, Port port, Set<Resource> found) {
        switch (wit.dealias(type)) {
            case Type.ListOf(Type element) -> addResources(element, port, found);
            case Type.FixedList(Type element, long length) -> addResources(element, port, found);
            case Type.MapOf(Type key, Type value) -> addResources(value, port, found);
            case Type.Option(Type some) -> addResources(some, port, found);
            case Type.Result(var ok, var err) -> {
                ok.ifPresent(t -> addResources(t, port, found));
                err.ifPresent(t -> addResources(t, port, found));
            }
            case Type.Tuple(List<Type> elements) -> elements.forEach(t -> addResources(t, port, found));
            case Type.Own(TypeId resource) -> found.add(resource(resource, port));
            case Type.Borrow(TypeId resource) -> found.add(resource(resource, port));
            case Type.Named(TypeId id) -> found.addAll(resourcesOf(id, owner(id, port)));
            default -> {}
        }
    }

    /** Which port a definition is of where another one uses it: what is exported uses exports where there are such. */
    private Port owner(TypeId id, Port context) {
        return switch (wit.get(id).owner()) {
            case TypeOwner.OfWorld of -> imports.getLast();
            case TypeOwner.OfInterface(InterfaceId iface) -> {
                if (context.iface().equals(Optional.of(iface))) {
                    yield context;
                }
                boolean exportsFirst = context.exported() && !context.ofWorld();
                List<Port> order = exportsFirst
                        ? Stream.concat(exports.stream(), imports.stream()).toList()
                        : Stream.concat(imports.stream(), exports.stream()).toList();
                yield order.stream()
                        .filter(port -> port.iface().equals(Optional.of(iface)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                wit.get(id).name() + " is of an interface that the world does not have"));
            }
        };
    }

    /** The fields of a record, or of a tuple under the names {@code f0}, {@code f1}, …; the type must be one of these. */
    public List<Field> fields(GuestType type) {
        List<Field> fields = new ArrayList<>();
        if (type instanceof GuestType.TupleOf(List<GuestType> elements)) {
            for (int i = 0; i < elements.size(); i++) {
                fields.add(new Field("f" + i, elements.get(i), Optional.empty()));
            }
        } else if (type instanceof GuestType.Named(TypeId id, Port port)
                && wit.get(id).kind() instanceof TypeDefKind.RecordKind(var own)) {
            own.forEach(f -> fields.add(new Field(f.name(), type(f.type(), port), f.docs())));
        } else {
            throw new IllegalArgumentException("no fields: " + type);
        }
        return fields;
    }

    /** The cases of a variant, an option or a result; the type must be one of these. */
    public List<Case> cases(GuestType type) {
        return switch (type) {
            case GuestType.OptionOf(GuestType some) ->
                List.of(
                        new Case("none", Optional.empty(), Optional.empty()),
                        new Case("some", Optional.of(some), Optional.empty()));
            case GuestType.ResultOf(var ok, var err) ->
                List.of(new Case("ok", ok, Optional.empty()), new Case("err", err, Optional.empty()));
            case GuestType.Named(TypeId id, Port port)
            when wit.get(id).kind() instanceof TypeDefKind.VariantKind(var cases) ->
                cases.stream()
                        .map(c -> new Case(c.name(), c.payload().map(t -> type(t, port)), c.docs()))
                        .toList();
            default -> throw new IllegalArgumentException("no cases: " + type);
        };
    }

    /** A field of a record or tuple. */
    public record Field(String name, GuestType type, Optional<String> docs) {}

    /** A case of a variant, an option or a result. */
    public record Case(String name, Optional<GuestType> payload, Optional<String> docs) {}
}
