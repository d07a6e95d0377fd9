package dev.wasmledger.component.wit;

import dev.wasmledger.component.Rule;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.NameAttribute;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types and functions of a component in WIT's terms. A type is known again by being the very object that was named. */
final class WitTypeDecoder {

    private final ByteOffset place;
    private final List<TypeDef> types = new ArrayList<>();
    private final IdentityHashMap<DefType, TypeId> named = new IdentityHashMap<>();
    private final Map<ResourceType, TypeId> resources = new HashMap<>();

    WitTypeDecoder(ByteOffset place) {
        this.place = place;
    }

    List<TypeDef> types() {
        return types;
    }

    /** This type is that of another place as well. */
    void isAlso(DefType type, TypeId id) {
        named.put(type, id);
        if (type instanceof ResourceType resource) {
            resources.put(resource, id);
        }
    }

    TypeId define(ExternName name, TypeOwner owner, DefType type, DefType bound) {
        TypeDefKind kind = kind(type, bound);
        var id = new TypeId(types.size());
        types.add(new TypeDef(
                name.name(), owner, kind, Optional.empty(), new Stability.Unknown(), externalId(name), place));
        named.put(type, id);
        if (type instanceof ResourceType resource) {
            resources.putIfAbsent(resource, id);
        }
        return id;
    }

    static Optional<String> externalId(ExternName name) {
        return name.attributes().stream()
                .filter(NameAttribute.ExternalId.class::isInstance)
                .map(attribute -> ((NameAttribute.ExternalId) attribute).name())
                .findFirst();
    }

    private TypeDefKind kind(DefType type, DefType bound) {
        TypeId target = named.get(bound);
        if (target != null) {
            return new TypeDefKind.AliasKind(new Type.Named(target));
        }
        return switch (type) {
            case ResourceType resource -> {
                TypeId original = resources.get(resource);
                yield original == null
                        ? new TypeDefKind.ResourceKind()
                        : new TypeDefKind.AliasKind(new Type.Named(original));
            }
            case RecordType(var fields) ->
                new TypeDefKind.RecordKind(fields.stream()
                        .map(field -> new TypeDefKind.Field(field.label(), type(field.type()), Optional.empty(), place))
                        .toList());
            case VariantType(var cases) ->
                new TypeDefKind.VariantKind(cases.stream()
                        .map(c -> new TypeDefKind.Case(c.label(), c.type().map(this::type), Optional.empty(), place))
                        .toList());
            case EnumType(var labels) -> new TypeDefKind.EnumKind(labels(labels));
            case FlagsType(var labels) -> new TypeDefKind.FlagsKind(labels(labels));
            case ValType value -> new TypeDefKind.AliasKind(structure(value));
            case FuncType func -> throw notWit("a named function type");
            case InstanceType instance -> throw notWit("a named instance type");
            case ComponentType component -> throw notWit("a named component type");
        };
    }

    private List<TypeDefKind.Label> labels(List<String> labels) {
        return labels.stream()
                .map(label -> new TypeDefKind.Label(label, Optional.empty(), place))
                .toList();
    }

    private Type type(ValType type) {
        TypeId id = named.get(type);
        return id != null ? new Type.Named(id) : structure(type);
    }

    private Type structure(ValType type) {
        return switch (type) {
            case PrimValType(var primitive) -> Type.Primitive.valueOf(primitive.name());
            case ListType(var element, var length) ->
                length.isPresent()
                        ? new Type.FixedList(type(element), Integer.toUnsignedLong(length.getAsInt()))
                        : new Type.ListOf(type(element));
            case MapType(var key, var value) -> new Type.MapOf(type(key), type(value));
            case TupleType(var parts) ->
                new Type.Tuple(parts.stream().map(this::type).toList());
            case OptionType(var some) -> new Type.Option(type(some));
            case ResultType(var ok, var error) -> new Type.Result(ok.map(this::type), error.map(this::type));
            case OwnType(var resource) -> new Type.Own(resource(resource));
            case BorrowType(var resource) -> new Type.Borrow(resource(resource));
            case StreamType(var element) -> new Type.Stream(element.map(this::type));
            case FutureType(var element) -> new Type.Future(element.map(this::type));
            case RecordType t -> throw notWit("a record without a name");
            case VariantType t -> throw notWit("a variant without a name");
            case EnumType t -> throw notWit("an enum without a name");
            case FlagsType t -> throw notWit("flags without a name");
        };
    }

    private TypeId resource(ResourceType resource) {
        TypeId id = named.getOrDefault(resource, resources.get(resource));
        if (id == null) {
            throw notWit("a resource without a name");
        }
        return id;
    }

    /** @param resourceNames finds the resource of a name in the interface or world that the function stands in */
    WitFunction function(ExternName name, FuncType func, Function<String, @Nullable TypeId> resourceNames) {
        List<WitFunction.Parameter> parameters = func.params().stream()
                .map(field -> new WitFunction.Parameter(field.label(), type(field.type()), place))
                .toList();
        return new WitFunction(
                name.name(),
                kind(name.name(), resourceNames),
                func.async(),
                parameters,
                func.result().map(this::type),
                Optional.empty(),
                new Stability.Unknown(),
                externalId(name),
                place);
    }

    private WitFunction.Kind kind(String name, Function<String, @Nullable TypeId> resourceNames) {
        if (!name.startsWith("[")) {
            return new WitFunction.Kind.Freestanding();
        }
        int end = name.indexOf(']');
        int dot = name.indexOf('.');
        String resource = name.substring(end + 1, dot < 0 ? name.length() : dot);
        TypeId id = resourceNames.apply(resource);
        if (id == null) {
            throw notWit("a function of the resource `" + resource + "`, which stands elsewhere");
        }
        return switch (name.substring(1, end)) {
            case "constructor" -> new WitFunction.Kind.Constructor(id);
            case "method" -> new WitFunction.Kind.Method(id);
            default -> new WitFunction.Kind.Static(id);
        };
    }

    private DiagnosticException notWit(String what) {
        return new DiagnosticException(Rule.NOT_WIT.at(place, "WIT has no words for this component: it has " + what));
    }
}
