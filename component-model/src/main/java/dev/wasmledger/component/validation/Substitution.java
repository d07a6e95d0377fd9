package dev.wasmledger.component.validation;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.ValueExtern;
import dev.wasmledger.component.type.VariantType;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts types in the place of others: resource types wherever they occur, and the named types of imports by what was given
 * for them. What does not change stays the same object, and what is shared stays shared.
 */
public final class Substitution {

    private final Map<ResourceType, ResourceType> replacements;
    private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();

    public Substitution(Map<ResourceType, ResourceType> replacements) {
        this.replacements = replacements;
    }

    /** This object, equal to {@code replacement} once resources are replaced, is to become that one. */
    public Substitution replacing(IdentityHashMap<DefType, DefType> named) {
        done.putAll(named);
        return this;
    }

    public Map<String, ExternDecl> apply(Map<String, ExternDecl> declarations) {
        Map<String, ExternDecl> result = new LinkedHashMap<>();
        declarations.forEach(
                (name, declaration) -> result.put(name, new ExternDecl(declaration.name(), apply(declaration.type()))));
        return result;
    }

    ExternType apply(ExternType type) {
        return switch (type) {
            case FuncType func -> func(func);
            case InstanceType instance -> instance(instance);
            case ComponentType component -> component(component);
            case TypeExtern(DefType named, DefType bound) -> {
                DefType appliedBound = apply(bound);
                DefType applied = apply(named);
                yield isSame(applied, named) && isSame(appliedBound, bound)
                        ? type
                        : new TypeExtern(applied, appliedBound);
            }
            case ValueExtern(ValType value) -> {
                ValType applied = apply(value);
                yield isSame(applied, value) ? type : new ValueExtern(applied);
            }
            case CoreModuleType module -> module;
        };
    }

    DefType apply(DefType type) {
        return switch (type) {
            case ValType value -> apply(value);
            case FuncType func -> func(func);
            case InstanceType instance -> instance(instance);
            case ComponentType component -> component(component);
            case ResourceType resource -> resource(resource);
        };
    }

    private ResourceType resource(ResourceType resource) {
        Object known = done.get(resource);
        ResourceType replacement = replacements.get(resource);
        if (known != null || replacement == null) {
            return known != null ? (ResourceType) known : resource;
        }
        // An alias stays an alias, one and the same wherever it is used.
        ResourceType alias = replacement.alias(resource.name());
        done.put(resource, alias);
        return alias;
    }

    private FuncType func(FuncType func) {
        Object known = done.get(func);
        return known != null
                ? (FuncType) known
                : memo(
                        func,
                        new FuncType(
                                func.async(),
                                func.params().stream().map(this::field).toList(),
                                func.result().map(this::apply)));
    }

    private InstanceType instance(InstanceType instance) {
        Object known = done.get(instance);
        return known != null
                ? (InstanceType) known
                : memo(instance, new InstanceType(instance.bound(), apply(instance.exports())));
    }

    private ComponentType component(ComponentType component) {
        Object known = done.get(component);
        return known != null
                ? (ComponentType) known
                : memo(
                        component,
                        new ComponentType(
                                component.importedResources(),
                                apply(component.imports()),
                                component.definedResources(),
                                apply(component.exports())));
    }

    ValType apply(ValType type) {
        Object known = done.get(type);
        return known != null ? (ValType) known : memo(type, rebuild(type));
    }

    /** The result for a type: the type itself where nothing in it changed. */
    private <T> T memo(T type, T rebuilt) {
        T result = hasSameParts(rebuilt, type) ? type : rebuilt;
        done.put(type, result);
        return result;
    }

    private static boolean hasSameParts(Object rebuilt, Object type) {
        Iterator<?> others = parts(type).iterator();
        return parts(rebuilt).allMatch(part -> isSame(part, others.next()));
    }

    private static Stream<?> parts(Object type) {
        return switch (type) {
            case OwnType(var resource) -> Stream.of(resource);
            case BorrowType(var resource) -> Stream.of(resource);
            default -> TypeFacts.parts(type);
        };
    }

    /** Whether it is the very object: equal types can have different names. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private ValType rebuild(ValType type) {
        return switch (type) {
            case PrimValType t -> t;
            case FlagsType t -> t;
            case EnumType t -> t;
            case OwnType(ResourceType resource) -> new OwnType(resource(resource));
            case BorrowType(ResourceType resource) -> new BorrowType(resource(resource));
            case RecordType(var fields) ->
                new RecordType(fields.stream().map(this::field).toList());
            case VariantType(var cases) ->
                new VariantType(cases.stream()
                        .map(c -> new Case(c.label(), c.type().map(this::apply)))
                        .toList());
            case ListType(var element, var length) -> new ListType(apply(element), length);
            case MapType(var key, var value) -> new MapType(apply(key), apply(value));
            case TupleType(var types) ->
                new TupleType(types.stream().map(this::apply).toList());
            case OptionType(var some) -> new OptionType(apply(some));
            case ResultType(var ok, var error) -> new ResultType(ok.map(this::apply), error.map(this::apply));
            case StreamType(var element) -> new StreamType(element.map(this::apply));
            case FutureType(var element) -> new FutureType(element.map(this::apply));
        };
    }

    private Field field(Field field) {
        return new Field(field.label(), apply(field.type()));
    }
}
