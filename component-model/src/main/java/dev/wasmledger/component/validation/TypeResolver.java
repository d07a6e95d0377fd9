package dev.wasmledger.component.validation;

import dev.wasmledger.component.Feature;
import dev.wasmledger.component.Limits;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.abi.PointerType;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.LabeledType;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeRef;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.EnumType;
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
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Resolves the definitions of value and function types, and checks them (Binary.md, "Type Definitions"). */
final class TypeResolver {

    private final Problems problems;
    private final TypeFacts facts;
    private final Layout layout = Layout.remembering(PointerType.I64);

    TypeResolver(Problems problems, TypeFacts facts) {
        this.problems = problems;
        this.facts = facts;
    }

    FuncType func(FuncTypeDef definition, Scope scope) {
        if (definition.async()) {
            problems.requireFeature(Feature.CM_ASYNC, "an async function");
        }
        labels(definition.params().stream().map(LabeledType::label).toList(), "function parameter");
        var type = new FuncType(
                definition.async(),
                fields(definition.params(), scope),
                definition.result().map(result -> valType(result, scope)));
        type.result()
                .ifPresent(result -> problems.require(
                        !facts.containsBorrow(result),
                        Rule.BORROW_ESCAPES,
                        "a function result cannot contain a `borrow` type"));
        return facts.checkSize(type);
    }

    ValType valType(ValTypeDef definition, Scope scope) {
        ValType type = facts.checkSize(resolve(definition, scope));
        int size = layout.elemSize(type);
        problems.require(
                size <= Limits.VALUE_BYTES,
                Rule.VALUE_SIZE,
                "a value of this type takes " + size + " bytes or more, above " + Limits.VALUE_BYTES);
        return type;
    }

    private ValType resolve(ValTypeDef definition, Scope scope) {
        return switch (definition) {
            case ValTypeDef.PrimDef(Primitive primitive) -> primitive(primitive);
            case ValTypeDef.RecordDef(var fields) -> {
                atLeastOne(fields, "record type must have at least one field");
                labels(fields.stream().map(LabeledType::label).toList(), "record field");
                yield new RecordType(fields(fields, scope));
            }
            case ValTypeDef.VariantDef(var cases) -> {
                atLeastOne(cases, "variant type must have at least one case");
                labels(cases.stream().map(ValTypeDef.CaseDef::label).toList(), "variant case");
                yield new VariantType(cases.stream()
                        .map(c -> new Case(c.label(), optional(c.type(), scope)))
                        .toList());
            }
            case ValTypeDef.ListDef(var element, var length) -> list(valType(element, scope), length);
            case ValTypeDef.TupleDef(var types) -> {
                atLeastOne(types, "tuple type must have at least one type");
                yield new TupleType(
                        types.stream().map(type -> valType(type, scope)).toList());
            }
            case ValTypeDef.FlagsDef(var labels) -> {
                atLeastOne(labels, "flags must have at least one entry");
                problems.require(
                        labels.size() <= Limits.FLAGS,
                        Rule.FLAGS_LIMIT,
                        "cannot have more than " + Limits.FLAGS + " flags");
                labels(labels, "flag");
                yield new FlagsType(labels);
            }
            case ValTypeDef.EnumDef(var labels) -> {
                atLeastOne(labels, "enum type must have at least one variant");
                labels(labels, "enum tag");
                yield new EnumType(labels);
            }
            case ValTypeDef.OptionDef(var some) -> new OptionType(valType(some, scope));
            case ValTypeDef.ResultDef(var ok, var error) -> new ResultType(optional(ok, scope), optional(error, scope));
            case ValTypeDef.OwnDef(var index) -> new OwnType(resource(index, scope));
            case ValTypeDef.BorrowDef(var index) -> new BorrowType(resource(index, scope));
            case ValTypeDef.StreamDef(var element) -> new StreamType(asyncElement(element, scope, "stream"));
            case ValTypeDef.FutureDef(var element) -> new FutureType(asyncElement(element, scope, "future"));
            case ValTypeDef.MapDef(var key, var value) -> map(valType(key, scope), valType(value, scope));
        };
    }

    private ListType list(ValType element, OptionalInt length) {
        if (length.isPresent()) {
            problems.requireFeature(Feature.CM_FIXED_LENGTH_LISTS, "a list with a length");
            problems.require(
                    length.getAsInt() != 0,
                    Rule.FIXED_LENGTH_ZERO,
                    "fixed-length lists must have more than zero elements");
            problems.require(
                    Integer.compareUnsigned(length.getAsInt(), Limits.FIXED_LENGTH) <= 0,
                    Rule.FIXED_LENGTH_LIMIT,
                    "a list has at most " + Limits.FIXED_LENGTH + " elements where it has a length");
        }
        return new ListType(element, length);
    }

    private MapType map(ValType key, ValType value) {
        problems.requireFeature(Feature.CM_MAP, "a map");
        boolean allowed = key instanceof PrimValType(Primitive primitive)
                && switch (primitive) {
                    case F32, F64, ERROR_CONTEXT -> false;
                    default -> true;
                };
        problems.require(allowed, Rule.MAP_KEY, "the key of a map is a string, char, bool or integer");
        return new MapType(key, value);
    }

    private Optional<ValType> asyncElement(Optional<ValTypeRef> element, Scope scope, String what) {
        problems.requireFeature(Feature.CM_ASYNC, "a " + what);
        Optional<ValType> type = optional(element, scope);
        type.ifPresent(t -> {
            problems.require(
                    !facts.containsBorrow(t), Rule.BORROW_ESCAPES, "a " + what + " cannot contain a `borrow` type");
            problems.require(
                    !(what.equals("stream")
                            && t instanceof PrimValType(Primitive primitive)
                            && primitive == Primitive.CHAR),
                    Rule.STREAM_OF_CHAR,
                    "`stream<char>` is not valid at this time");
        });
        return type;
    }

    private void atLeastOne(List<?> parts, String otherwise) {
        problems.require(!parts.isEmpty(), Rule.EMPTY_TYPE, otherwise);
    }

    private void labels(List<String> labels, String what) {
        Set<String> taken = new HashSet<>();
        for (String label : labels) {
            problems.require(!label.isEmpty(), Rule.EMPTY_LABEL, what + " name cannot be empty");
            problems.require(
                    NameParser.isLabel(label),
                    Rule.LABEL_KEBAB_CASE,
                    what + " name `" + label + "` is not in kebab case");
            problems.require(
                    taken.add(label.toLowerCase(Locale.ROOT)),
                    Rule.DUPLICATE_LABEL,
                    what + " name `" + label + "` conflicts with a previous one");
        }
    }

    private List<Field> fields(List<LabeledType> fields, Scope scope) {
        return fields.stream()
                .map(field -> new Field(field.label(), valType(field.type(), scope)))
                .toList();
    }

    private Optional<ValType> optional(Optional<ValTypeRef> type, Scope scope) {
        return type.map(t -> valType(t, scope));
    }

    ValType valType(ValTypeRef reference, Scope scope) {
        return switch (reference) {
            case ValTypeRef.Prim(Primitive primitive) -> primitive(primitive);
            case ValTypeRef.Defined(Index.Type index) -> {
                if (scope.types.get(index) instanceof ValType type) {
                    yield type;
                }
                throw wrongKind(Rule.NOT_DEFINED_TYPE, index, "a defined type", scope);
            }
        };
    }

    private PrimValType primitive(Primitive primitive) {
        if (primitive == Primitive.ERROR_CONTEXT) {
            problems.requireFeature(Feature.CM_ERROR_CONTEXT, "`error-context`");
        }
        return new PrimValType(primitive);
    }

    ResourceType resource(Index.Type index, Scope scope) {
        if (scope.types.get(index) instanceof ResourceType resource) {
            return resource;
        }
        throw wrongKind(Rule.NOT_RESOURCE_TYPE, index, "a resource type", scope);
    }

    FuncType funcType(Index.Type index, Scope scope) {
        if (scope.types.get(index) instanceof FuncType func) {
            return func;
        }
        throw wrongKind(Rule.NOT_FUNCTION_TYPE, index, "a function type", scope);
    }

    InstanceType instanceType(Index.Type index, Scope scope) {
        if (scope.types.get(index) instanceof InstanceType instance) {
            return instance;
        }
        throw wrongKind(Rule.NOT_INSTANCE_TYPE, index, "an instance type", scope);
    }

    ComponentType componentType(Index.Type index, Scope scope) {
        if (scope.types.get(index) instanceof ComponentType component) {
            return component;
        }
        throw wrongKind(Rule.NOT_COMPONENT_TYPE, index, "a component type", scope);
    }

    private RuntimeException wrongKind(Rule rule, Index.Type index, String expected, Scope scope) {
        DefType found = scope.types.get(index);
        return problems.fail(
                rule,
                "type index " + Integer.toUnsignedString(index.value()) + " is not " + expected + " but a "
                        + Subtyping.kind(found));
    }
}
