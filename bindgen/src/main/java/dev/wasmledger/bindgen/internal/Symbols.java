package dev.wasmledger.bindgen.internal;

import com.palantir.javapoet.ClassName;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What everything is called in Java. One scope is one Java package: that of an interface, that of a world for what is
 * written in it, and the base package for what all share. Whatever comes first keeps its plain name: types before the
 * interface's own class, that before the classes that lift and lower.
 */
final class Symbols {

    /** Classes of {@code java.lang} that generated code names without an import: a class beside it must not hide them. */
    private static final Set<String> JAVA_LANG = Set.of(
            "AutoCloseable",
            "Boolean",
            "Byte",
            "Character",
            "Deprecated",
            "Double",
            "Enum",
            "Exception",
            "Float",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Iterable",
            "Long",
            "Math",
            "Object",
            "Override",
            "Record",
            "RuntimeException",
            "Short",
            "String",
            "SuppressWarnings",
            "System",
            "UnsupportedOperationException",
            "Void");

    /** Methods that every object has; neither a record's component nor an interface's method may be called so. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Methods that resources and the classes of their handles have anyway. */
    private static final Set<String> RESOURCE_METHODS =
            Set.of("close", "resource", "liftOwn", "liftBorrow", "lowerOwn", "lowerBorrow");

    /** Methods that lists of records and their buffers have beside those of Java's lists. */
    private static final Set<String> VIEW_METHODS = Set.of("at", "builder", "copyFrom", "copyTo");

    /** A class of the scope, by what it is for. */
    enum Role {
        /** The Java interface with the functions. */
        INTERFACE("", "Interface"),
        /** All of a world: on the host, its instance. */
        WORLD("", "World"),
        /** Lifts and lowers the types. */
        ABI("Abi", "Abi"),
        /** On the host: calls an instance's export. */
        EXPORT("Export", "Export"),
        /** On the host: answers an instance's import. */
        IMPORT("Import", "Import"),
        /** On the guest's side: static methods that call the import. */
        IMPORTS("Imports", "Imports"),
        /** On the guest's side: the core functions of the export. */
        CORE("Core", "Core");

        private final String suffix;
        private final String suffixWhereTaken;

        Role(String suffix, String suffixWhereTaken) {
            this.suffix = suffix;
            this.suffixWhereTaken = suffixWhereTaken;
        }
    }

    /** The names of one Java package. */
    private static final class Scope {
        final String packageName;
        final String stem;
        final UniqueNames classes = UniqueNames.ofClasses().reserve(JAVA_LANG);
        final Map<Object, ClassName> exceptions = new HashMap<>();

        Scope(String packageName, String stem) {
            this.packageName = packageName;
            this.stem = stem;
        }

        ClassName take(String simpleName) {
            return ClassName.get(packageName, classes.take(simpleName));
        }
    }

    /** The classes of one binding: they are called after its stem, and belong to one Java package. */
    static final class Home {
        private final Scope scope;
        private final String stem;
        private final Map<Role, ClassName> roles = new EnumMap<>(Role.class);
        private final Map<String, ClassName> handles = new HashMap<>();

        private Home(Scope scope, String stem) {
            this.scope = scope;
            this.stem = stem;
        }

        String stem() {
            return stem;
        }
    }

    /** A name of a world's own for something. */
    private record WorldName(WorldId world, String name) {}

    private final ResolvedWit wit;
    private final String basePackage;
    private final JavaPackages packages = new JavaPackages();
    private final Map<TypeOwner, Scope> scopes = new HashMap<>();
    private final Map<Object, Home> homes = new HashMap<>();
    private final Map<TypeId, ClassName> types = new LinkedHashMap<>();

    /** Places all packages, in the order of the WIT: which of two gets a low line does not depend on what is asked first. */
    Symbols(ResolvedWit wit, String basePackage) {
        this.wit = wit;
        this.basePackage = basePackage;
        for (int i = 0; i < wit.interfaces().size(); i++) {
            InterfaceId id = new InterfaceId(i);
            wit.get(id)
                    .name()
                    .ifPresent(name ->
                            place(new TypeOwner.OfInterface(id), wit.get(id).owner(), name));
        }
        for (int i = 0; i < wit.worlds().size(); i++) {
            WorldId id = new WorldId(i);
            place(new TypeOwner.OfWorld(id), wit.get(id).owner(), wit.get(id).name());
            placeUnnamedInterfaces(id);
        }
    }

    private void place(TypeOwner named, PackageId owner, String name) {
        scopes.put(named, new Scope(packages.below(packageOf(owner), named, name), JavaNames.upperCamel(name)));
    }

    private String packageOf(PackageId id) {
        PackageName name = wit.get(id).name();
        String namespace = packages.below(basePackage, name.namespace(), name.namespace());
        String unversioned = packages.below(namespace, name.name(), name.name());
        return name.version()
                .filter(version -> hasSeveralVersions(name))
                .map(version -> packages.below(unversioned, name, "v" + version))
                .orElse(unversioned);
    }

    private boolean hasSeveralVersions(PackageName name) {
        return wit.packages().stream()
                .anyMatch(other -> other.name().namespace().equals(name.namespace())
                        && other.name().name().equals(name.name())
                        && !other.name().version().equals(name.version()));
    }

    private void placeUnnamedInterfaces(WorldId world) {
        for (var items : List.of(wit.get(world).imports(), wit.get(world).exports())) {
            items.forEach((key, item) -> {
                if (key instanceof WorldKey.PlainName(String name)
                        && item instanceof WorldItem.InterfaceItem found
                        && wit.get(found.id()).name().isEmpty()) {
                    TypeOwner owner = new TypeOwner.OfInterface(found.id());
                    scopes.put(owner, scopeIn(world, owner, name));
                }
            });
        }
    }

    private Scope scopeIn(WorldId world, Object what, String name) {
        String parent = scope(new TypeOwner.OfWorld(world)).packageName;
        return new Scope(packages.below(parent, what, name), JavaNames.upperCamel(name));
    }

    String basePackage() {
        return basePackage;
    }

    /** Of an interface, or of a world as a whole. */
    Home home(TypeOwner owner) {
        return homes.computeIfAbsent(owner, o -> new Home(scope(owner), scope(owner).stem));
    }

    /** Of the functions that a world imports or exports itself. */
    Home functionsHome(WorldId world, boolean imported) {
        Scope scope = scope(new TypeOwner.OfWorld(world));
        String suffix = imported ? "Imports" : "Exports";
        return homes.computeIfAbsent(new WorldName(world, suffix), w -> new Home(scope, scope.stem + suffix));
    }

    /** Of an interface with a name that a world imports or exports under another one. */
    Home plainHome(WorldId world, String name) {
        return homes.computeIfAbsent(new WorldName(world, "." + name), w -> {
            Scope scope = scopeIn(world, w, name);
            return new Home(scope, scope.stem);
        });
    }

    String packageOf(Home home) {
        return home.scope.packageName;
    }

    /** The package of what an interface or a world itself defines. */
    String packageOf(TypeOwner owner) {
        return scope(owner).packageName;
    }

    /** The class of a type that is defined, not an alias. */
    ClassName type(TypeId id) {
        takeAllTypes();
        ClassName known = types.get(id);
        if (known == null) {
            throw new IllegalStateException("no class for " + wit.get(id).name());
        }
        return known;
    }

    /** The class of a list of records of a fixed size. */
    ClassName list(TypeId record) {
        return view(record, "List");
    }

    /** The class of a place for one record of a fixed size. */
    ClassName buffer(TypeId record) {
        return view(record, "Buffer");
    }

    private ClassName view(TypeId record, String suffix) {
        Scope scope = scope(wit.get(record).owner());
        return scope.take(JavaNames.stripLowLines(type(record).simpleName()) + suffix);
    }

    ClassName role(TypeOwner owner, Role role) {
        return role(home(owner), role);
    }

    /** The binding's class for that purpose. */
    ClassName role(Home home, Role role) {
        takeAllTypes();
        return home.roles.computeIfAbsent(role, r -> {
            boolean taken = r.suffix.isEmpty() && types.containsValue(ClassName.get(home.scope.packageName, home.stem));
            return home.scope.take(home.stem + (taken ? r.suffixWhereTaken : r.suffix));
        });
    }

    /** The class for a resource's handles where a binding imports, exports or calls it. */
    ClassName handles(Home home, TypeId resource, String suffix) {
        String wanted = type(resource).simpleName() + suffix;
        return home.handles.computeIfAbsent(wanted, home.scope::take);
    }

    /** The exception that carries a type as its error. */
    ClassName exceptionOf(TypeId error) {
        Scope scope = scope(wit.get(error).owner());
        ClassName type = type(error);
        return scope.exceptions.computeIfAbsent(error, id -> scope.take(type.simpleName() + "Exception"));
    }

    /** The exception of a function whose error has no name of its own. */
    ClassName exceptionOf(TypeOwner owner, String function, String stem) {
        takeAllTypes();
        Scope scope = scope(owner);
        return scope.exceptions.computeIfAbsent(function, name -> scope.take(stem + "Exception"));
    }

    /** A class of the base package, which all others share. */
    ClassName shared(String simpleName) {
        return ClassName.get(basePackage, simpleName);
    }

    /** The names of record components, in order. */
    static List<String> components(List<String> fields) {
        UniqueNames names = UniqueNames.ofMembers().reserve(OBJECT_METHODS);
        return fields.stream().map(f -> names.take(JavaNames.lowerCamel(f))).toList();
    }

    /** The names of methods, in order. */
    static List<String> methods(List<String> functions) {
        UniqueNames names = UniqueNames.ofMembers().reserve(OBJECT_METHODS);
        return functions.stream().map(f -> names.take(JavaNames.lowerCamel(f))).toList();
    }

    /** The names of a resource's methods, in order. */
    static List<String> resourceMethods(List<String> methods) {
        UniqueNames names = UniqueNames.ofMembers().reserve(OBJECT_METHODS).reserve(RESOURCE_METHODS);
        return methods.stream().map(f -> names.take(JavaNames.lowerCamel(f))).toList();
    }

    /** Names for the members of a world's class, which has some of its own. */
    static UniqueNames worldMembers() {
        return UniqueNames.ofMembers().reserve(OBJECT_METHODS).reserve(Set.of("close", "instance", "instantiate"));
    }

    /** Names for the accessors of lists of records, which are Java lists, and of buffers. */
    static UniqueNames viewMembers() {
        UniqueNames names = UniqueNames.ofMembers().reserve(OBJECT_METHODS).reserve(VIEW_METHODS);
        for (Method method : List.class.getMethods()) {
            names.reserve(Set.of(method.getName()));
        }
        return names;
    }

    /** The names of parameters, in order. */
    static List<String> parameters(List<String> parameters) {
        UniqueNames names = UniqueNames.ofMembers();
        return parameters.stream().map(p -> names.take(JavaNames.lowerCamel(p))).toList();
    }

    /** The names of constants, in order. */
    static List<String> constants(List<String> labels, Set<String> reserved) {
        UniqueNames names = UniqueNames.ofMembers().reserve(reserved);
        return labels.stream().map(l -> names.take(JavaNames.upperSnake(l))).toList();
    }

    /** The records of a variant's cases, in order. */
    static List<ClassName> cases(ClassName variant, List<String> cases) {
        UniqueNames names = UniqueNames.ofClasses().reserve(Set.of(variant.simpleName()));
        return cases.stream()
                .map(c -> variant.nestedClass(names.take(JavaNames.upperCamel(c))))
                .toList();
    }

    /** Gives types their names before anything else has one. */
    private void takeAllTypes() {
        if (!types.isEmpty()) {
            return;
        }
        for (int i = 0; i < wit.types().size(); i++) {
            TypeId id = new TypeId(i);
            if (isOwn(wit, id)) {
                types.put(
                        id,
                        scope(wit.get(id).owner())
                                .take(JavaNames.upperCamel(wit.get(id).name())));
            }
        }
    }

    /** The types that an interface or world defines itself, in order; aliases are none. */
    static List<TypeId> ownTypes(ResolvedWit wit, TypeOwner owner) {
        List<TypeId> candidates = switch (owner) {
            case TypeOwner.OfInterface(InterfaceId id) ->
                List.copyOf(wit.get(id).types().values());
            case TypeOwner.OfWorld(WorldId id) ->
                wit.get(id).imports().values().stream()
                        .filter(WorldItem.TypeItem.class::isInstance)
                        .map(item -> ((WorldItem.TypeItem) item).id())
                        .toList();
        };
        return candidates.stream().filter(id -> isOwn(wit, id)).toList();
    }

    private static boolean isOwn(ResolvedWit wit, TypeId id) {
        return !(wit.get(id).kind() instanceof TypeDefKind.AliasKind);
    }

    /** The resources among them. */
    static List<TypeId> resources(ResolvedWit wit, TypeOwner owner) {
        return ownTypes(wit, owner).stream()
                .filter(id -> wit.get(id).kind() instanceof TypeDefKind.ResourceKind)
                .toList();
    }

    private Scope scope(TypeOwner owner) {
        Scope scope = scopes.get(owner);
        if (scope == null) {
            throw new IllegalStateException("no package for " + owner);
        }
        return scope;
    }
}
