package dev.wasmledger.bindgen.internal.rust;

import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.guest.Identifiers;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All names of a guest in Rust: a module for each interface of each direction, and names within it. */
final class RustNames {

    /** Of all editions, with those that are kept for later. */
    static final Set<String> KEYWORDS = Set.of(
            ("as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub "
                            + "ref return self Self static struct super trait true type unsafe use where while async await "
                            + "dyn abstract become box do final gen macro override priv typeof unsized virtual yield try")
                    .split(" "));

    /** Types, traits and variants that bindings use by these names. */
    static final Set<String> RESERVED_TYPES =
            Set.of("Self Option Some None Result Ok Err String Vec Box Drop Sized BTreeMap Component Guest".split(" "));

    /** Modules of the bindings that are there in every world. */
    private static final List<String> MODULES = List.of("abi", "component_type", "exports");

    private final GuestWorld world;
    private final Map<Port, RustModule> modules = new LinkedHashMap<>();
    private final Map<List<String>, Identifiers> scopes = new HashMap<>();
    private final Map<List<Object>, String> segments = new HashMap<>();
    private final Map<GuestFunction, String> functions = new HashMap<>();

    RustNames(GuestWorld world) {
        this.world = world;
        MODULES.forEach(scope(List.of())::take);
        RustModule root = new RustModule(List.of());
        for (Port port : ports().toList()) {
            RustModule module = port.ofWorld() ? root : new RustModule(path(port));
            modules.put(port, module);
            world.types(port)
                    .forEach(id -> module.addType(id, world.wit().get(id).name()));
        }
        ports().forEach(this::nameFunctions);
    }

    private Stream<Port> ports() {
        return Stream.concat(world.imports().stream(), world.exports().stream());
    }

    private Identifiers scope(List<String> parent) {
        return scopes.computeIfAbsent(parent, key -> new Identifiers(KEYWORDS));
    }

    /** An interface that a world has under a name of its own is in the world's module, as the world's functions are. */
    private List<String> path(Port port) {
        List<String> words = port.name().contains(":") ? port.path() : List.of(port.name());
        List<String> path = new ArrayList<>();
        if (port.exported()) {
            path.add("exports");
        }
        for (String word : words.subList(0, words.size() - 1)) {
            path.add(segment(path, word, "folder"));
        }
        path.add(segment(path, words.getLast(), port));
        return path;
    }

    private String segment(List<String> parent, String word, Object what) {
        List<String> in = List.copyOf(parent);
        return segments.computeIfAbsent(
                List.of(in, word, what), key -> scope(in).take(Identifiers.lowerSnake(word)));
    }

    /** Imported functions are in the module, or of their resource; exported ones in the traits. */
    private void nameFunctions(Port port) {
        Map<Optional<TypeId>, Identifiers> scopes = new HashMap<>();
        List<GuestFunction> all = world.functions(port);
        Stream.concat(all.stream().filter(this::isConstructor), all.stream().filter(f -> !isConstructor(f)))
                .forEach(function -> {
                    Optional<TypeId> owner = function.wit().kind().owner();
                    Identifiers scope = scopes.computeIfAbsent(owner, key -> new Identifiers(KEYWORDS));
                    String wanted = isConstructor(function)
                            ? "new"
                            : Identifiers.lowerSnake(function.wit().itemName());
                    functions.put(function, scope.take(wanted));
                });
    }

    private boolean isConstructor(GuestFunction function) {
        return function.wit().kind() instanceof Kind.Constructor;
    }

    /** The module that a port's types and functions are in. */
    RustModule module(Port port) {
        RustModule module = modules.get(port);
        if (module == null) {
            throw new IllegalStateException("not of this world: " + port.name());
        }
        return module;
    }

    /** All modules, that of the world last. */
    Collection<RustModule> modules() {
        return new LinkedHashSet<>(modules.values());
    }

    /** What a function is called, in its module, its resource or its trait. */
    String function(GuestFunction function) {
        String name = functions.get(function);
        if (name == null) {
            throw new IllegalStateException(
                    "not of this world: " + function.wit().name());
        }
        return name;
    }

    /** The name of a record, variant, enum, flags or resource in a module that uses it, or the path to it. */
    String type(TypeId definition, Port owner, RustModule in) {
        RustModule home = module(owner);
        return in.type(definition)
                .or(() -> in.types().entrySet().stream()
                        .filter(entry -> isAliasOf(entry.getKey(), definition))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElseGet(() -> home.fullPath() + "::" + home.type(definition).orElseThrow());
    }

    private boolean isAliasOf(TypeId id, TypeId definition) {
        return world.wit().get(id).kind() instanceof TypeDefKind.AliasKind
                && world.wit().dealias(new Type.Named(id)).equals(new Type.Named(definition));
    }

    /** The handle of a resource, in its own module. */
    String resource(Resource resource) {
        return module(resource.port()).type(resource.id()).orElseThrow();
    }

    /** The trait that a guest implements for what an exported resource stands for. */
    String trait(Resource resource) {
        return module(resource.port()).helperType(resource, "Guest" + resource(resource));
    }

    /** The names of parameters, without {@code self}; they may not be called like what a function's body uses. */
    static List<String> parameters(GuestFunction function) {
        int first = function.wit().kind() instanceof Kind.Method ? 1 : 0;
        return unique(function.parameters().stream()
                .skip(first)
                .map(GuestFunction.Parameter::name)
                .toList());
    }

    /** The names of fields, or of other values of one scope, in order. */
    static List<String> unique(List<String> witNames) {
        return Identifiers.unique(witNames.stream().map(Identifiers::lowerSnake).toList(), KEYWORDS);
    }

    /** The names of a variant's cases, in order. */
    static List<String> cases(List<String> witNames) {
        return Identifiers.unique(witNames.stream().map(Identifiers::upperCamel).toList(), KEYWORDS);
    }

    /** The names of an enum's cases, in order: it has a constant {@code ALL}. */
    static List<String> labels(List<String> witNames) {
        return Identifiers.unique(witNames.stream().map(Identifiers::upperCamel).toList(), Set.of("Self", "ALL"));
    }

    /** The names of flags, in order. */
    static List<String> flags(List<String> witNames) {
        return Identifiers.unique(witNames.stream().map(Identifiers::upperSnake).toList(), Set.of());
    }
}
