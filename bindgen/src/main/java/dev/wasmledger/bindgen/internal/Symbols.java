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
            "Short",
            "String",
            "SuppressWarnings",
            "Void");

    /** Methods that every object has; neither a record's component nor an interface's method may be called so. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** A class of the scope, by what it is for. */
    enum Role {
        /** The Java interface with the functions. */
        INTERFACE("", "Interface"),
        /** Lifts and lowers the types. */
        ABI("Abi", "Abi"),
        /** On the host: calls an instance's export. */
        EXPORT("Export", "Export"),
        /** On the host: answers an instance's import. */
        IMPORT("Import", "Import"),
        /** On the guest's side: static methods that call the import. */
        IMPORTS("Imports", "Imports"),
        /** On the guest's side: the core functions of the export. */
        EXPORTS("Exports", "Exports");

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
        final Map<Role, ClassName> roles = new HashMap<>();
        final Map<Object, ClassName> exceptions = new HashMap<>();

        Scope(String packageName, String stem) {
            this.packageName = packageName;
            this.stem = stem;
        }

        ClassName take(String simpleName) {
            return ClassName.get(packageName, classes.take(simpleName));
        }
    }

    private final ResolvedWit wit;
    private final String basePackage;
    private final Map<TypeOwner, Scope> scopes = new HashMap<>();
    private final Map<TypeId, ClassName> types = new LinkedHashMap<>();

    Symbols(ResolvedWit wit, String basePackage) {
        this.wit = wit;
        this.basePackage = basePackage;
        for (int i = 0; i < wit.worlds().size(); i++) {
            placeUnnamedInterfaces(new WorldId(i));
        }
    }

    private void placeUnnamedInterfaces(WorldId world) {
        for (var items : List.of(wit.get(world).imports(), wit.get(world).exports())) {
            items.forEach((key, item) -> {
                if (key instanceof WorldKey.PlainName(String name)
                        && item instanceof WorldItem.InterfaceItem found
                        && wit.get(found.id()).name().isEmpty()) {
                    scopes.put(
                            new TypeOwner.OfInterface(found.id()),
                            new Scope(
                                    packageOf(new TypeOwner.OfWorld(world)) + "." + JavaNames.packageSegment(name),
                                    JavaNames.upperCamel(name)));
                }
            });
        }
    }

    String basePackage() {
        return basePackage;
    }

    /** The package of what an interface or a world itself defines. */
    String packageOf(TypeOwner owner) {
        return scope(owner).packageName;
    }

    /** The class of a type that is defined, not an alias. */
    ClassName type(TypeId id) {
        ClassName known = types.get(id);
        if (known == null) {
            takeTypes(wit.get(id).owner());
            known = types.get(id);
        }
        if (known == null) {
            throw new IllegalStateException("no class for " + wit.get(id).name());
        }
        return known;
    }

    /** The class of the scope for that purpose. */
    ClassName role(TypeOwner owner, Role role) {
        takeTypes(owner);
        Scope scope = scope(owner);
        return scope.roles.computeIfAbsent(role, r -> {
            boolean taken = r == Role.INTERFACE && types.containsValue(ClassName.get(scope.packageName, scope.stem));
            return scope.take(scope.stem + (taken ? r.suffixWhereTaken : r.suffix));
        });
    }

    /** The exception that carries a type as its error. */
    ClassName exceptionOf(TypeId error) {
        Scope scope = scope(wit.get(error).owner());
        ClassName type = type(error);
        return scope.exceptions.computeIfAbsent(error, id -> scope.take(type.simpleName() + "Exception"));
    }

    /** The exception of a function whose error has no name of its own. */
    ClassName exceptionOf(TypeOwner owner, String function) {
        takeTypes(owner);
        Scope scope = scope(owner);
        return scope.exceptions.computeIfAbsent(
                function, name -> scope.take(JavaNames.upperCamel(function) + "Exception"));
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

    private void takeTypes(TypeOwner owner) {
        for (TypeId id : ownTypes(wit, owner)) {
            if (!types.containsKey(id)) {
                types.put(id, scope(owner).take(JavaNames.upperCamel(wit.get(id).name())));
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
        return candidates.stream()
                .filter(id -> wit.dealias(id).equals(id) && !(wit.get(id).kind() instanceof TypeDefKind.AliasKind))
                .toList();
    }

    private Scope scope(TypeOwner owner) {
        Scope known = scopes.get(owner);
        if (known != null) {
            return known;
        }
        Scope scope = switch (owner) {
            case TypeOwner.OfInterface(InterfaceId id) ->
                scopeOfNamed(wit.get(id).owner(), wit.get(id).name().orElseThrow());
            case TypeOwner.OfWorld(WorldId id) ->
                scopeOfNamed(wit.get(id).owner(), wit.get(id).name());
        };
        scopes.put(owner, scope);
        return scope;
    }

    private Scope scopeOfNamed(PackageId owner, String name) {
        PackageName packageName = wit.get(owner).name();
        String java = basePackage
                + "." + JavaNames.packageSegment(packageName.namespace())
                + "." + JavaNames.packageSegment(packageName.name())
                + versionSegment(packageName)
                + "." + JavaNames.packageSegment(name);
        return new Scope(java, JavaNames.upperCamel(name));
    }

    /** The version is part of the Java package only where two versions of one WIT package meet. */
    private String versionSegment(PackageName name) {
        boolean alone = wit.packages().stream()
                .noneMatch(other -> other.name().namespace().equals(name.namespace())
                        && other.name().name().equals(name.name())
                        && !other.name().version().equals(name.version()));
        return alone
                ? ""
                : name.version()
                        .map(version -> ".v" + JavaNames.packageSegment(version.toString()))
                        .orElse("");
    }
}
