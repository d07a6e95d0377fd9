package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.NameAttribute;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.wit.SemanticVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of the imports, or of the exports, of one scope (Explainer.md, "Name Uniqueness"; Binary.md). */
final class ExternNames {

    private final String what;
    private final Problems problems;
    private final Map<String, String> taken = new HashMap<>();
    private final Map<String, ResourceType> resources = new HashMap<>();
    private final Set<ResourceType> named = new HashSet<>();
    private final boolean namesResources;

    /**
     * @param what {@code import} or {@code export}, for messages
     * @param namesResources whether a resource type among them has its name from here on; in an instance put together from
     *     exports none has, since nothing in it adds to an index space
     */
    ExternNames(String what, boolean namesResources, Problems problems) {
        this.what = what;
        this.namesResources = namesResources;
        this.problems = problems;
    }

    /** Checks one more name and what it stands for. */
    void add(ExternDecl declaration) {
        String name = declaration.name().name();
        NameParser parser = new NameParser(name, problems);
        NameParser.Name parsed = what.equals("import") ? parser.importName() : parser.exportName();
        attributes(declaration.name(), parsed, declaration.type());
        String previous = taken.putIfAbsent(canonical(parsed), name);
        problems.require(
                previous == null,
                Rule.DUPLICATE_NAME,
                what + " name `" + name + "` conflicts with previous name `" + previous + "`");
        resourceFunction(parsed, declaration.type());
        if (namesResources && declaration.type() instanceof TypeExtern(ResourceType resource, var bound)) {
            named.add(resource);
            resources.put(name.toLowerCase(Locale.ROOT), resource);
        }
    }

    /** Two names conflict where these are equal. */
    private static String canonical(NameParser.Name name) {
        return switch (name) {
            case NameParser.Label(String label) -> label.toLowerCase(Locale.ROOT);
            case NameParser.Constructor(String resource) -> "[constructor]" + resource.toLowerCase(Locale.ROOT);
            case NameParser.Member(String resource, String label, boolean method) ->
                (label.equalsIgnoreCase(resource) ? resource : resource + "." + label).toLowerCase(Locale.ROOT);
            case NameParser.Interface(String whole) -> whole.toLowerCase(Locale.ROOT);
            case NameParser.Other(String whole) -> whole;
        };
    }

    private void attributes(ExternName name, NameParser.Name parsed, ExternType type) {
        Set<Class<?>> kinds = new HashSet<>();
        for (NameAttribute attribute : name.attributes()) {
            problems.require(
                    kinds.add(attribute.getClass()),
                    Rule.DUPLICATE_ATTRIBUTE,
                    "the name `" + name.name() + "` has an attribute of the same kind twice");
            switch (attribute) {
                case NameAttribute.Implements(String interfaceName) -> {
                    problems.requireFeature(Feature.CM_IMPLEMENTS, "`implements`");
                    problems.require(
                            type instanceof InstanceType,
                            Rule.ATTRIBUTE_NOT_INSTANCE,
                            "only instances can have an `implements`, and `" + name.name() + "` is a "
                                    + Subtyping.kind(type));
                    problems.require(
                            parsed instanceof NameParser.Label,
                            Rule.IMPLEMENTS_NAME,
                            "the name `" + name.name() + "` is not a plain one, which `implements` needs");
                    new NameParser(interfaceName, problems).interfaceName();
                }
                case NameAttribute.VersionSuffix(String suffix) -> versionSuffix(name.name(), suffix, type);
                case NameAttribute.ExternalId id -> problems.requireFeature(Feature.CM_IMPLEMENTS, "`external-id`");
            }
        }
    }

    private void versionSuffix(String name, String suffix, ExternType type) {
        problems.requireFeature(Feature.CM_CANON_NAMES, "a version suffix");
        problems.require(
                type instanceof InstanceType,
                Rule.ATTRIBUTE_NOT_INSTANCE,
                "only instances can have a version suffix, and `" + name + "` is a " + Subtyping.kind(type));
        String version = name.substring(name.indexOf('@') + 1);
        problems.require(
                NameParser.isCanonicalVersion(version)
                        && SemanticVersion.parse(version + suffix).isPresent(),
                Rule.VERSION_SUFFIX,
                "the version of `" + name + "` and the suffix `" + suffix + "` make no valid semver");
    }

    /** {@code [constructor]r}, {@code [method]r.f} and {@code [static]r.f} belong to a resource named before. */
    private void resourceFunction(NameParser.Name name, ExternType type) {
        String resourceName = switch (name) {
            case NameParser.Constructor(String resource) -> resource;
            case NameParser.Member(String resource, String label, boolean method) -> resource;
            case NameParser.Label label -> "";
            case NameParser.Interface other -> "";
            case NameParser.Other other -> "";
        };
        if (resourceName.isEmpty()) {
            return;
        }
        if (!(type instanceof FuncType func)) {
            throw problems.fail(
                    Rule.RESOURCE_FUNCTION_KIND,
                    "the " + what + " name of a resource's function is not a func but a " + Subtyping.kind(type));
        }
        switch (name) {
            case NameParser.Constructor c -> constructor(resourceName, func);
            case NameParser.Member(String resource, String label, boolean method)
            when method -> method(resourceName, func);
            default ->
                problems.require(
                        resources.containsKey(resourceName.toLowerCase(Locale.ROOT)),
                        Rule.STATIC_RESOURCE,
                        "there is no resource `" + resourceName + "` among the " + what
                                + "s before this static function");
        }
    }

    private void constructor(String resourceName, FuncType func) {
        problems.require(!func.async(), Rule.CONSTRUCTOR_ASYNC, "constructor function cannot be async");
        Optional<ResourceType> made = func.result().flatMap(ExternNames::ownedOrResult);
        if (made.isEmpty()) {
            throw problems.fail(
                    Rule.CONSTRUCTOR_RESULT,
                    "a constructor should return `(own $T)` or `(result (own $T))`, one value and no other");
        }
        requireName(resourceName, made.get());
    }

    private static Optional<ResourceType> ownedOrResult(ValType result) {
        return switch (result) {
            case OwnType(ResourceType resource) -> Optional.of(resource);
            case ResultType(Optional<ValType> ok, var error)
            when ok.isPresent() && ok.get() instanceof OwnType(ResourceType resource) -> Optional.of(resource);
            default -> Optional.empty();
        };
    }

    private void method(String resourceName, FuncType func) {
        boolean hasSelf = !func.params().isEmpty()
                && func.params().getFirst().label().equals("self")
                && func.params().getFirst().type() instanceof BorrowType;
        if (!hasSelf) {
            throw problems.fail(
                    Rule.METHOD_SELF, "a method should have a first argument called `self`, of type `(borrow $T)`");
        }
        requireName(resourceName, ((BorrowType) func.params().getFirst().type()).resource());
    }

    private void requireName(String name, ResourceType resource) {
        ResourceType expected = resources.get(name.toLowerCase(Locale.ROOT));
        problems.require(
                named.contains(resource),
                Rule.RESOURCE_UNNAMED,
                "the resource used in this function has no name among the " + what + "s before it");
        problems.require(
                expected != null && expected.equals(resource),
                Rule.RESOURCE_NAME,
                "this function does not match the expected resource name `" + name + "`: its resource is "
                        + resource.name());
    }
}
