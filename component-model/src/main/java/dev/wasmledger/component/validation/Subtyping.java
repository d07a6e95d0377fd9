package dev.wasmledger.component.validation;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.ValueExtern;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether something of one type can stand where another type is asked for. The resource types that the other type leaves
 * open are settled on the way: at the first place where such a type is named, it becomes what stands there
 * (Binary.md, "Instance Definitions").
 */
public final class Subtyping {

    private final Set<ResourceType> open = new HashSet<>();
    private final Map<ResourceType, ResourceType> settled = new HashMap<>();
    private final IdentityHashMap<DefType, DefType> named = new IdentityHashMap<>();
    private final IdentityPairs equal = new IdentityPairs();

    private Subtyping(Collection<ResourceType> open) {
        this.open.addAll(open);
    }

    /** With these resource types of the asked-for side open. */
    static Subtyping leavingOpen(Collection<ResourceType> resources) {
        return new Subtyping(resources);
    }

    /**
     * Why something of type {@code provided} cannot stand where {@code required} is asked for; empty if it can. An instance
     * type's bound resources are open on the asked-for side.
     */
    public static Optional<Mismatch> mismatch(ExternType provided, ExternType required) {
        var open = required instanceof InstanceType instance ? instance.bound() : Set.<ResourceType>of();
        return new Subtyping(open).compare(provided, required);
    }

    /** What the open resource types have become so far. */
    Map<ResourceType, ResourceType> settled() {
        return settled;
    }

    /** What was given for each named type, so that uses of it keep a name that means something outside. */
    IdentityHashMap<DefType, DefType> named() {
        return named;
    }

    Optional<Mismatch> compare(ExternType provided, ExternType required) {
        return switch (required) {
            case FuncType to when provided instanceof FuncType from -> new ValueTypes(settled, equal).compare(from, to);
            case InstanceType to when provided instanceof InstanceType from -> exports(from.exports(), to);
            case ComponentType to when provided instanceof ComponentType from -> component(from, to);
            case CoreModuleType to when provided instanceof CoreModuleType from -> CoreSubtyping.compare(from, to);
            case TypeExtern(DefType to, var bound)
            when provided instanceof TypeExtern(DefType from, var other) -> type(from, to);
            case ValueExtern(ValType to)
            when provided instanceof ValueExtern(ValType from) -> new ValueTypes(settled, equal).compare(from, to);
            default ->
                Mismatch.of(
                        Rule.KIND_MISMATCH, "a " + kind(required) + " is asked for, and this is a " + kind(provided));
        };
    }

    private Optional<Mismatch> exports(Map<String, ExternDecl> provided, InstanceType required) {
        open.addAll(required.bound());
        return exports(provided, required.exports());
    }

    private Optional<Mismatch> exports(Map<String, ExternDecl> provided, Map<String, ExternDecl> required) {
        for (Map.Entry<String, ExternDecl> export : required.entrySet()) {
            String name = export.getKey();
            ExternDecl found = provided.get(name);
            if (found == null) {
                return Mismatch.of(Rule.EXPORT_MISSING, "the export `" + name + "` is missing");
            }
            Optional<Mismatch> mismatch =
                    compare(found.type(), export.getValue().type());
            if (mismatch.isPresent()) {
                return mismatch.map(inner -> inner.within("export `" + name + "`"));
            }
        }
        return Optional.empty();
    }

    /**
     * A component fits if it needs no more than the other type's imports give, and then exports what that type promises.
     */
    private Optional<Mismatch> component(ComponentType provided, ComponentType required) {
        var needs = new Subtyping(provided.importedResources());
        for (Map.Entry<String, ExternDecl> needed : provided.imports().entrySet()) {
            String name = needed.getKey();
            ExternDecl given = required.imports().get(name);
            if (given == null) {
                return Mismatch.of(Rule.IMPORT_MISSING, "it imports `" + name + "`, which is not given to it");
            }
            Optional<Mismatch> mismatch =
                    needs.compare(given.type(), needed.getValue().type());
            if (mismatch.isPresent()) {
                return mismatch.map(inner -> inner.within("import `" + name + "`"));
            }
        }
        open.addAll(required.definedResources());
        return exports(
                new Substitution(needs.settled).replacing(needs.named).apply(provided.exports()), required.exports());
    }

    private Optional<Mismatch> type(DefType provided, DefType required) {
        named.put(required, provided);
        return switch (required) {
            case ResourceType to when provided instanceof ResourceType from -> resource(from, to);
            case ValType to when provided instanceof ValType from -> new ValueTypes(settled, equal).compare(from, to);
            case FuncType to when provided instanceof FuncType from -> new ValueTypes(settled, equal).compare(from, to);
            case InstanceType to when provided instanceof InstanceType from -> bothWays(from, to);
            case ComponentType to when provided instanceof ComponentType from -> bothWays(from, to);
            default ->
                Mismatch.of(
                        Rule.TYPE_KIND_MISMATCH,
                        "a " + kind(required) + " is asked for, and this is a " + kind(provided));
        };
    }

    /** A bound of {@code (eq t)} asks for the same type, not only one that fits. */
    private Optional<Mismatch> bothWays(ExternType provided, ExternType required) {
        Optional<Mismatch> mismatch = compare(provided, required);
        return mismatch.isPresent() ? mismatch : new Subtyping(Set.of()).compare(required, provided);
    }

    private Optional<Mismatch> resource(ResourceType provided, ResourceType required) {
        if (open.contains(required) && !settled.containsKey(required)) {
            settled.put(required, provided);
            return Optional.empty();
        }
        return new ValueTypes(settled, equal).compare(provided, required);
    }

    static String kind(ExternType type) {
        return switch (type) {
            case FuncType t -> "func";
            case InstanceType t -> "instance";
            case ComponentType t -> "component";
            case CoreModuleType t -> "core module";
            case TypeExtern t -> "type";
            case ValueExtern t -> "value";
        };
    }

    static String kind(DefType type) {
        return switch (type) {
            case ResourceType t -> "resource type";
            case FuncType t -> "function type";
            case InstanceType t -> "instance type";
            case ComponentType t -> "component type";
            case ValType t -> "type " + TypeText.brief(t);
        };
    }
}
