package dev.wasmledger.component.validation;

import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.ValueExtern;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of types that validation has met. A type is met after all its parts, so each is looked at once, however
 * often others refer to it.
 */
final class TypeFacts {

    private final Problems problems;
    private final IdentityHashMap<Object, Integer> sizes = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> depths = new IdentityHashMap<>();
    private final IdentityHashMap<ValType, Boolean> borrows = new IdentityHashMap<>();
    private final IdentityHashMap<ValType, Boolean> memoryUsers = new IdentityHashMap<>();

    TypeFacts(Problems problems) {
        this.problems = problems;
    }

    /** Fails where a type refers to too many others, each counted as often as it is referred to, or goes too deep. */
    <T> T checkSize(T type) {
        size(type);
        depth(type);
        return type;
    }

    private int depth(Object type) {
        Integer known = depths.get(type);
        if (known != null) {
            return known;
        }
        int depth = 1 + parts(type).mapToInt(this::depth).max().orElse(0);
        problems.require(
                depth <= Limits.TYPE_DEPTH,
                Rule.NESTING_LIMIT,
                "this type goes more than " + Limits.TYPE_DEPTH + " types deep");
        depths.put(type, depth);
        return depth;
    }

    private int size(Object type) {
        Integer known = sizes.get(type);
        if (known != null) {
            return known;
        }
        long size = 1 + parts(type).mapToLong(this::size).sum();
        if (size > Limits.TYPE_SIZE) {
            throw problems.fail(
                    Rule.TYPE_SIZE, "the effective size of this type is " + size + ", more than " + Limits.TYPE_SIZE);
        }
        sizes.put(type, (int) size);
        return (int) size;
    }

    /** The types directly within a type of any kind. */
    static Stream<?> parts(Object type) {
        return switch (type) {
            case ValType value -> TypeParts.of(value);
            case FuncType(boolean async, var params, var result) ->
                Stream.concat(params.stream().map(field -> field.type()), result.stream());
            case InstanceType instance -> types(instance.exports().values());
            case ComponentType component ->
                Stream.concat(
                        types(component.imports().values()),
                        types(component.exports().values()));
            case TypeExtern(DefType named, var bound) -> Stream.of(named);
            case ValueExtern(ValType value) -> Stream.of(value);
            case CoreModuleType module -> Stream.concat(module.imports().stream(), module.exports().values().stream());
            default -> Stream.empty();
        };
    }

    private static Stream<ExternType> types(Collection<ExternDecl> declarations) {
        return declarations.stream().map(ExternDecl::type);
    }

    /** Whether a value of this type can contain a borrowed handle. */
    boolean containsBorrow(ValType type) {
        Boolean known = borrows.get(type);
        if (known == null) {
            known = type instanceof BorrowType || TypeParts.of(type).anyMatch(this::containsBorrow);
            borrows.put(type, known);
        }
        return known;
    }

    /** Whether a value of this type has parts that lie in memory however it is passed. */
    boolean usesMemory(ValType type) {
        Boolean known = memoryUsers.get(type);
        if (known == null) {
            known = switch (type) {
                case PrimValType(Primitive primitive) -> primitive == Primitive.STRING;
                case ListType list when list.length().isEmpty() -> true;
                case MapType map -> true;
                case StreamType stream -> false;
                case FutureType future -> false;
                default -> TypeParts.of(type).anyMatch(this::usesMemory);
            };
            memoryUsers.put(type, known);
        }
        return known;
    }

    /** Whether a type depends on a resource type that it does not itself bind. */
    static boolean hasFreeResources(Object type) {
        return hasFreeResources(type, new HashSet<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean hasFreeResources(Object type, Set<ResourceType> bound, Set<Object> seen) {
        if (!seen.add(type)) {
            return false;
        }
        switch (type) {
            case ResourceType resource -> {
                return !bound.contains(resource);
            }
            case OwnType(var resource) -> {
                return !bound.contains(resource);
            }
            case BorrowType(var resource) -> {
                return !bound.contains(resource);
            }
            case InstanceType instance -> bound.addAll(instance.bound());
            case ComponentType component -> {
                bound.addAll(component.importedResources());
                bound.addAll(component.definedResources());
            }
            default -> {}
        }
        return parts(type).anyMatch(part -> hasFreeResources(part, bound, seen));
    }
}
