package dev.wasmledger.composer.internal.encode;

import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.composer.internal.encode.TopLevelScope.InstanceOrigin;
import dev.wasmledger.composer.internal.encode.TopLevelScope.TypeOrigin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Copies types from the outermost scope of one component to that of another, each once. A type that the first takes from
 * an imported instance becomes an alias into the instance that stands in for it in the second.
 */
public final class TypeCopier {

    private final TopLevelScope source;
    private final ComponentBuilder target;
    private final Function<InstanceOrigin, Optional<Index.Instance>> instances;
    private final Map<Index.Type, Index.Type> copies = new HashMap<>();
    private final TypeRewriter rewriter = new TypeRewriter(this::copy);

    /**
     * A copier.
     *
     * @param instances the target's instance for an imported or promised instance of the source, if it has one
     */
    public TypeCopier(
            TopLevelScope source,
            ComponentBuilder target,
            Function<InstanceOrigin, Optional<Index.Instance>> instances) {
        this.source = source;
        this.target = target;
        this.instances = instances;
    }

    /**
     * The target's type for a type of the source.
     *
     * @throws CannotCopyException if it comes from an instance that has no counterpart in the target
     */
    public Index.Type copy(Index.Type type) {
        Index.Type known = copies.get(type);
        if (known != null) {
            return known;
        }
        Index.Type copy = switch (source.types().get(type.value())) {
            case TypeOrigin.Defined(TypeDef definition) -> target.type(rewriter.rewrite(definition));
            case TypeOrigin.Imported(String name, ExternDesc.TypeEq(Index.Type same)) -> copy(same);
            case TypeOrigin.Imported(String name, ExternDesc desc) ->
                throw new CannotCopyException("`" + name + "` is a resource type of its own");
            case TypeOrigin.Exported(Index.Instance instance, String name) ->
                (Index.Type) target.alias(Sort.TYPE, instance(instance, name), name);
            case TypeOrigin.Same(Index.Type same) -> copy(same);
        };
        copies.put(type, copy);
        return copy;
    }

    /** From now on, that type of the target stands for that type of the source. */
    public void bind(Index.Type type, Index.Type copy) {
        copies.put(type, copy);
    }

    /** The type of an import or export, in terms of the target. */
    public ExternDesc copy(ExternDesc type) {
        return rewriter.rewrite(type);
    }

    /** An instance type of the source in terms of the target, not yet defined there. */
    public InstanceTypeDef copyInstanceType(Index.Type type) {
        return (InstanceTypeDef) rewriter.rewrite(source.instanceType(type));
    }

    /** A definition of the source in terms of the target, not yet defined there. */
    public InstanceTypeDef copyInstanceType(InstanceTypeDef definition) {
        return (InstanceTypeDef) rewriter.rewrite(definition);
    }

    private Index.Instance instance(Index.Instance instance, String typeName) {
        InstanceOrigin origin = source.instances().get(instance.value());
        return instances
                .apply(origin)
                .orElseThrow(() -> new CannotCopyException(
                        "its type `" + typeName + "` is that of " + origin + ", which comes from another component"));
    }
}
