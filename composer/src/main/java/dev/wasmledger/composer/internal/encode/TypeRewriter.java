package dev.wasmledger.composer.internal.encode;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.ComponentTypeDef;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.FuncTypeDef;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.LabeledType;
import dev.wasmledger.component.model.ResourceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.component.model.ValTypeDef;
import dev.wasmledger.component.model.ValTypeDef.CaseDef;
import dev.wasmledger.component.model.ValTypeRef;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Moves type definitions from one scope to another: each type index of the old scope becomes the one that the mapping
 * gives. The scopes inside a definition keep their own indices; what they reach through outer aliases is mapped.
 */
public final class TypeRewriter {

    private final UnaryOperator<Index.Type> mapping;

    public TypeRewriter(UnaryOperator<Index.Type> mapping) {
        this.mapping = mapping;
    }

    public TypeDef rewrite(TypeDef type) {
        return switch (type) {
            case ValTypeDef value -> rewrite(value);
            case FuncTypeDef(boolean async, List<LabeledType> params, Optional<ValTypeRef> result) ->
                new FuncTypeDef(async, labeled(params), optional(result));
            case InstanceTypeDef(List<Declarator> declarators, var offsets) ->
                new InstanceTypeDef(inner(declarators, 1));
            case ComponentTypeDef(List<Declarator> declarators, var offsets) ->
                new ComponentTypeDef(inner(declarators, 1));
            case ResourceTypeDef resource -> resource;
        };
    }

    public ExternDesc rewrite(ExternDesc type) {
        return switch (type) {
            case ExternDesc.Func(Index.Type t) -> new ExternDesc.Func(mapping.apply(t));
            case ExternDesc.TypeEq(Index.Type t) -> new ExternDesc.TypeEq(mapping.apply(t));
            case ExternDesc.Component(Index.Type t) -> new ExternDesc.Component(mapping.apply(t));
            case ExternDesc.Instance(Index.Type t) -> new ExternDesc.Instance(mapping.apply(t));
            case ExternDesc.Value(ValTypeRef t) -> new ExternDesc.Value(rewrite(t));
            case ExternDesc.SubResource resource -> resource;
            case ExternDesc.CoreModule module -> module;
        };
    }

    public ValTypeRef rewrite(ValTypeRef type) {
        return switch (type) {
            case ValTypeRef.Prim primitive -> primitive;
            case ValTypeRef.Defined(Index.Type t) -> new ValTypeRef.Defined(mapping.apply(t));
        };
    }

    private ValTypeDef rewrite(ValTypeDef type) {
        return switch (type) {
            case ValTypeDef.PrimDef primitive -> primitive;
            case ValTypeDef.FlagsDef flags -> flags;
            case ValTypeDef.EnumDef labels -> labels;
            case ValTypeDef.RecordDef(List<LabeledType> fields) -> new ValTypeDef.RecordDef(labeled(fields));
            case ValTypeDef.VariantDef(List<CaseDef> cases) ->
                new ValTypeDef.VariantDef(cases.stream()
                        .map(c -> new CaseDef(c.label(), optional(c.type())))
                        .toList());
            case ValTypeDef.ListDef(ValTypeRef element, var length) -> new ValTypeDef.ListDef(rewrite(element), length);
            case ValTypeDef.TupleDef(List<ValTypeRef> types) ->
                new ValTypeDef.TupleDef(types.stream().map(this::rewrite).toList());
            case ValTypeDef.OptionDef(ValTypeRef some) -> new ValTypeDef.OptionDef(rewrite(some));
            case ValTypeDef.ResultDef(Optional<ValTypeRef> ok, Optional<ValTypeRef> error) ->
                new ValTypeDef.ResultDef(optional(ok), optional(error));
            case ValTypeDef.OwnDef(Index.Type resource) -> new ValTypeDef.OwnDef(mapping.apply(resource));
            case ValTypeDef.BorrowDef(Index.Type resource) -> new ValTypeDef.BorrowDef(mapping.apply(resource));
            case ValTypeDef.StreamDef(Optional<ValTypeRef> element) -> new ValTypeDef.StreamDef(optional(element));
            case ValTypeDef.FutureDef(Optional<ValTypeRef> element) -> new ValTypeDef.FutureDef(optional(element));
            case ValTypeDef.MapDef(ValTypeRef key, ValTypeRef value) ->
                new ValTypeDef.MapDef(rewrite(key), rewrite(value));
        };
    }

    private List<LabeledType> labeled(List<LabeledType> types) {
        return types.stream()
                .map(labeled -> new LabeledType(labeled.label(), rewrite(labeled.type())))
                .toList();
    }

    private Optional<ValTypeRef> optional(Optional<ValTypeRef> type) {
        return type.map(this::rewrite);
    }

    /** Declarators {@code depth} scopes inside the one that is mapped. */
    private List<Declarator> inner(List<Declarator> declarators, int depth) {
        return declarators.stream().map(d -> inner(d, depth)).toList();
    }

    private Declarator inner(Declarator declarator, int depth) {
        return switch (declarator) {
            case Alias.Outer(Sort sort, int count, Index.Type index)
            when count == depth -> new Alias.Outer(sort, count, mapping.apply(index));
            case InstanceTypeDef(List<Declarator> nested, var offsets) -> new InstanceTypeDef(inner(nested, depth + 1));
            case ComponentTypeDef(List<Declarator> nested, var offsets) ->
                new ComponentTypeDef(inner(nested, depth + 1));
            default -> declarator;
        };
    }
}
