package dev.wasmledger.runtime.internal.dynamic;

import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.abi.Layout;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.runtime.GuestResource;
import dev.wasmledger.runtime.Limits;
import dev.wasmledger.runtime.abi.Strings;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.internal.instance.HostSide;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether values are of their types and can be lowered, before anything runs. One serves one call. */
final class TypeCheck {

    private final HostSide side;
    private final Map<ResourceType, Integer> resources;

    /** What the call has been given as {@code own} so far, and what it has been lent. */
    private final Set<Object> given = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Object> lent = Collections.newSetFromMap(new IdentityHashMap<>());

    TypeCheck(HostSide side, Map<ResourceType, Integer> resources) {
        this.side = side;
        this.resources = resources;
    }

    /** Throws unless the value is of that type; {@code what} names it. */
    void require(String what, Val value, ValType type) {
        if (!isOf(value, type)) {
            throw new IllegalArgumentException(what + " must be of type " + TypeText.of(type) + ", is " + value);
        }
    }

    private boolean isOf(Val value, ValType type) {
        return switch (value) {
            case Val.Flags(var labels) ->
                type instanceof FlagsType flags && flags.labels().containsAll(labels);
            case Val.EnumCase(var label) ->
                type instanceof EnumType labels && labels.labels().contains(label);
            case Val.Option(var some) ->
                type instanceof OptionType option
                        && some.map(v -> isOf(v, option.type())).orElse(true);
            case Val.Result(var ok, var payload) ->
                type instanceof ResultType result && isOf(payload, ok ? result.ok() : result.error());
            case Val.Variant(var label, var payload) ->
                type instanceof VariantType(List<Case> cases)
                        && cases.stream().anyMatch(one -> one.label().equals(label) && isOf(payload, one.type()));
            case Val.RecordOf(var fields) ->
                type instanceof RecordType(List<Field> declared)
                        && declared.size() == fields.size()
                        && declared.stream().allMatch(field -> isField(fields.get(field.label()), field));
            case Val.Tuple(var values) -> type instanceof TupleType(List<ValType> types) && areOf(values, types);
            case Val.ListOf(var elements) ->
                type instanceof ListType(ValType element, var length)
                        && (length.isEmpty() || length.getAsInt() == elements.size())
                        && isShortEnough(elements.size(), element)
                        && elements.stream().allMatch(v -> isOf(v, element));
            case Val.MapOf(var entries) ->
                type instanceof MapType(ValType key, ValType mapped)
                        && isShortEnough(entries.size(), new TupleType(List.of(key, mapped)))
                        && entries.stream().allMatch(e -> isOf(e.key(), key) && isOf(e.value(), mapped));
            case Val.Handle(Object resource) ->
                switch (type) {
                    case OwnType(ResourceType owned) -> canGive(resource, owned);
                    case BorrowType(ResourceType borrowed) -> canLend(resource, borrowed);
                    default -> false;
                };
            case Val.Str(String string) ->
                type instanceof PrimValType(Primitive primitive)
                        && primitive == Primitive.STRING
                        && Strings.canLower(string);
            case Val.Char(int codePoint) ->
                type instanceof PrimValType(Primitive primitive)
                        && primitive == Primitive.CHAR
                        && Character.isValidCodePoint(codePoint)
                        && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
            default -> type instanceof PrimValType(Primitive primitive) && primitive == primitive(value);
        };
    }

    private boolean canGive(Object resource, ResourceType type) {
        return side.accepts(resources.getOrDefault(type, -1), resource)
                && !side.isLent(resource)
                && (!(resource instanceof GuestResource) || (!lent.contains(resource) && given.add(resource)));
    }

    private boolean canLend(Object resource, ResourceType type) {
        if (resource instanceof GuestResource) {
            lent.add(resource);
        }
        return side.accepts(resources.getOrDefault(type, -1), resource) && !given.contains(resource);
    }

    private static boolean isShortEnough(int count, ValType element) {
        return (long) count * Layout.MEMORY32.elemSize(element) <= Limits.MAX_LIST_BYTES;
    }

    private boolean isField(@Nullable Val value, Field field) {
        return value != null && isOf(value, field.type());
    }

    private boolean isOf(Optional<Val> value, Optional<ValType> type) {
        return value.isPresent() == type.isPresent() && (value.isEmpty() || isOf(value.get(), type.orElseThrow()));
    }

    private boolean areOf(List<Val> values, List<ValType> types) {
        if (values.size() != types.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!isOf(values.get(i), types.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Primitive primitive(Val value) {
        return switch (value) {
            case Val.Bool v -> Primitive.BOOL;
            case Val.S8 v -> Primitive.S8;
            case Val.U8 v -> Primitive.U8;
            case Val.S16 v -> Primitive.S16;
            case Val.U16 v -> Primitive.U16;
            case Val.S32 v -> Primitive.S32;
            case Val.U32 v -> Primitive.U32;
            case Val.S64 v -> Primitive.S64;
            case Val.U64 v -> Primitive.U64;
            case Val.F32 v -> Primitive.F32;
            case Val.F64 v -> Primitive.F64;
            default -> null;
        };
    }
}
