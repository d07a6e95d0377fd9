package dev.wasmledger.bindgen.internal.c;

import dev.wasmledger.bindgen.internal.guest.GuestFunction;
import dev.wasmledger.bindgen.internal.guest.GuestType;
import dev.wasmledger.bindgen.internal.guest.GuestType.Resource;
import dev.wasmledger.bindgen.internal.guest.GuestWorld;
import dev.wasmledger.bindgen.internal.guest.Identifiers;
import dev.wasmledger.bindgen.internal.guest.Port;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All names of a guest in C. One scope holds them all, since C has but one. */
final class CNames {

    /** C17 and C23, the words that compilers add, and the macros of the headers that bindings include. */
    static final Set<String> RESERVED = Set.of(
            ("alignas alignof asm auto bool break case char const constexpr continue default do double else enum extern "
                            + "false float for goto if inline int long nullptr register restrict return short signed "
                            + "sizeof static static_assert struct switch thread_local true typedef typeof "
                            + "typeof_unqual union unsigned void volatile while NULL offsetof unix linux")
                    .split(" "));

    /** What the files are called that are there for every world. */
    private static final String LIBRARY_FILES = "wit";

    /** What {@code wit.h} declares, as far as names of a world can be like that. */
    private static final List<String> LIBRARY =
            List.of("wit_bits_of_float", "wit_float_of_bits", "wit_bits_of_double", "wit_double_of_bits");

    private final GuestWorld world;
    private final Identifiers globals = new Identifiers(RESERVED);
    private final Map<GuestType, String> types = new HashMap<>();
    private final Map<GuestFunction, String> functions = new HashMap<>();
    private final Map<List<Object>, String> helpers = new HashMap<>();

    /** Gives functions and types their names before anything else has one. */
    CNames(GuestWorld world) {
        this.world = world;
        LIBRARY.forEach(globals::take);
        globals.take(guard());
        for (List<Port> ports : List.of(world.imports(), world.exports())) {
            for (Port port : ports) {
                world.values(port).forEach(this::type);
                world.functions(port).forEach(function -> functions.put(function, globals.take(wantedName(function))));
            }
        }
    }

    /** What the world's own files are called, without an extension. */
    String files() {
        return new Identifiers(Set.of(LIBRARY_FILES)).take(Identifiers.lowerSnake(world.name()));
    }

    /** The macro that says that the world's header was read. */
    String guard() {
        return "WASMLEDGER_" + Identifiers.upperSnake(files()) + "_H";
    }

    /** What the names of a port's functions begin with. */
    static String prefix(Port port) {
        return (port.exported() ? "exports_" : "") + path(port);
    }

    private static String path(Port port) {
        return port.path().stream().map(Identifiers::lowerSnake).collect(Collectors.joining("_"));
    }

    private String wantedName(GuestFunction function) {
        String own = Identifiers.lowerSnake(function.wit().itemName());
        String prefix = prefix(function.port()) + "_";
        return switch (function.wit().kind()) {
            case Kind.Freestanding f -> prefix + own;
            case Kind.Constructor c -> prefix + own + "_new";
            case Kind.Static(TypeId resource) -> prefix + itemName(resource) + "_" + own;
            case Kind.Method(TypeId resource) -> prefix + itemName(resource) + "_" + own;
        };
    }

    private String itemName(TypeId id) {
        return Identifiers.lowerSnake(world.wit().get(world.wit().dealias(id)).name());
    }

    /** The C function that is called, or to be implemented. */
    String function(GuestFunction function) {
        String name = functions.get(function);
        if (name == null) {
            throw new IllegalStateException(
                    "not of this world: " + function.wit().name());
        }
        return name;
    }

    /** A name of a type, a function or a macro that goes with something. */
    String helper(Object owner, String wanted) {
        return helpers.computeIfAbsent(List.of(owner, wanted), key -> globals.take(wanted));
    }

    /** The C type of a value. */
    String type(GuestType type) {
        return switch (type) {
            case GuestType.Scalar(Type.Primitive primitive) -> scalar(primitive);
            case GuestType.Text() -> "wit_string_t";
            case GuestType.End end -> "wit_handle_t";
            case GuestType.Borrow(Resource resource) when resource.port().exported() -> rep(resource) + " *";
            default -> {
                String known = types.get(type);
                if (known == null) {
                    known = globals.take(stem(type) + "_t");
                    types.put(type, known);
                }
                yield known;
            }
        };
    }

    /** The type that the guest defines for what an exported resource stands for. */
    String rep(Resource resource) {
        return helper(resource, stem(resource) + "_t");
    }

    /** What the names of functions and macros of a type begin with. */
    String stem(GuestType type) {
        return switch (type) {
            case GuestType.Named(TypeId id, Port port) -> named(id, port);
            case GuestType.Own(Resource resource) -> stem(resource) + "_own";
            case GuestType.Borrow(Resource resource) -> stem(resource) + "_borrow";
            default -> "wit_" + words(type);
        };
    }

    String stem(Resource resource) {
        return prefix(resource.port()) + "_" + itemName(resource.id());
    }

    /** The name begins with the interface, whichever port it belongs to, but for resources of exports. */
    private String named(TypeId id, Port port) {
        return (isOfExport(port) ? prefix(port) : path(port)) + "_"
                + Identifiers.lowerSnake(world.wit().get(id).name());
    }

    /** Whether a type that belongs to an export needs a name beside the one of the import. */
    private boolean isOfExport(Port port) {
        return port.exported()
                && world.imports().stream().anyMatch(other -> other.iface().equals(port.iface()));
    }

    /** A type within the name of another one; what it is made of stands behind it. */
    private String words(GuestType type) {
        return switch (type) {
            case GuestType.Scalar(Type.Primitive primitive) -> primitive.witName();
            case GuestType.Text() -> "string";
            case GuestType.End(Type wit) -> "handle";
            case GuestType.ListOf(GuestType element) -> "list_" + words(element);
            case GuestType.FixedList(GuestType element, long length) -> "list" + length + "_" + words(element);
            case GuestType.MapOf(GuestType key, GuestType value) -> "map_" + words(key) + "_" + words(value);
            case GuestType.OptionOf(GuestType some) -> "option_" + words(some);
            case GuestType.ResultOf(var ok, var err) -> "result_" + wordsOrVoid(ok) + "_" + wordsOrVoid(err);
            case GuestType.TupleOf(List<GuestType> elements) ->
                "tuple" + elements.size()
                        + elements.stream().map(e -> "_" + words(e)).collect(Collectors.joining());
            case GuestType.Named(TypeId id, Port port) -> shortPath(port, isOfExport(port)) + itemName(id);
            case GuestType.Own(Resource resource) ->
                shortPath(resource.port(), resource.port().exported()) + itemName(resource.id());
            case GuestType.Borrow(Resource resource) ->
                shortPath(resource.port(), resource.port().exported()) + itemName(resource.id()) + "_borrow";
        };
    }

    /** Within another name, version and interface are enough: namespace and package would make it long. */
    private static String shortPath(Port port, boolean exported) {
        return (exported ? "exports_" : "")
                + port.path().stream().skip(2).map(Identifiers::lowerSnake).collect(Collectors.joining("_", "", "_"));
    }

    private String wordsOrVoid(Optional<GuestType> type) {
        return type.map(this::words).orElse("void");
    }

    private static String scalar(Type.Primitive primitive) {
        return switch (primitive) {
            case BOOL -> "bool";
            case U8 -> "uint8_t";
            case U16 -> "uint16_t";
            case U32, CHAR -> "uint32_t";
            case U64 -> "uint64_t";
            case S8 -> "int8_t";
            case S16 -> "int16_t";
            case S32 -> "int32_t";
            case S64 -> "int64_t";
            case F32 -> "float";
            case F64 -> "double";
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(primitive + " is no scalar");
        };
    }

    /** The names of parameters; none of them hides a type or a function that the body of a function uses. */
    List<String> parameters(GuestFunction function) {
        List<String> wanted = function.parameters().stream()
                .map(parameter -> Identifiers.lowerSnake(parameter.name()))
                .map(name -> isLikeGlobal(name) ? name + "_" : name)
                .toList();
        return Identifiers.unique(wanted, RESERVED);
    }

    /** Types end in {@code _t}; the names of all else begin with {@code wit_} or hold the path of an interface. */
    private boolean isLikeGlobal(String name) {
        return name.endsWith("_t")
                || name.startsWith("wit_")
                || Stream.concat(world.imports().stream(), world.exports().stream())
                        .anyMatch(port -> name.contains(path(port) + "_"));
    }

    /** The names of a struct's members, in order. */
    static List<String> members(List<String> witNames) {
        return Identifiers.unique(witNames.stream().map(Identifiers::lowerSnake).toList(), RESERVED);
    }

    /** A constant of an enum, a variant's tag or flags. */
    String constant(GuestType.Named type, String witName) {
        return helper(type, Identifiers.upperSnake(stem(type)) + "_" + Identifiers.upperSnake(witName));
    }
}
