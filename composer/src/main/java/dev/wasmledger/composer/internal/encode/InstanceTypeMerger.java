package dev.wasmledger.composer.internal.encode;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One instance type with the exports of several. Two components see of one interface only what each of them uses; the
 * instance that both are given must have all of it. What has the same name in two of them counts as the same.
 */
public final class InstanceTypeMerger {

    private final List<Declarator> merged = new ArrayList<>();
    private final Map<Sort, Integer> sizes = new EnumMap<>(Sort.class);

    /** Definitions and aliases that stand in {@link #merged} already. */
    private final Map<Declarator, Index> known = new HashMap<>();

    private final Map<String, Index> exports = new HashMap<>();

    private InstanceTypeMerger() {}

    /** The merged type; all of them stand in the same scope. */
    public static InstanceTypeDef merge(List<InstanceTypeDef> types) {
        var distinct = new LinkedHashSet<>(types);
        if (distinct.size() == 1) {
            return types.getFirst();
        }
        var merger = new InstanceTypeMerger();
        distinct.forEach(merger::add);
        return new InstanceTypeDef(merger.merged);
    }

    private void add(InstanceTypeDef type) {
        var types = new ArrayList<Index.Type>();
        var instances = new ArrayList<Index.Instance>();
        var rewriter = new TypeRewriter(index -> types.get(index.value()));
        for (Declarator declarator : type.declarators()) {
            Index index = switch (declarator) {
                case TypeDef definition -> define(rewriter.rewrite(definition), Sort.TYPE);
                case Alias.InstanceExport(Sort sort, Index.Instance instance, String name) ->
                    define(new Alias.InstanceExport(sort, instances.get(instance.value()), name), sort);
                case Alias alias -> define(alias, alias.sort());
                case ExportDecl export -> export(new ExportDecl(export.name(), rewriter.rewrite(export.type())));
                case CoreTypeDef core -> define(core, Sort.CORE_TYPE);
                case Import illegal ->
                    throw new IllegalArgumentException("an instance type imports nothing: " + illegal);
            };
            switch (index) {
                case Index.Type t -> types.add(t);
                case Index.Instance i -> instances.add(i);
                default -> {
                    // Nothing in an instance type refers to the other sorts by index.
                }
            }
        }
    }

    private Index define(Declarator declarator, Sort sort) {
        return known.computeIfAbsent(declarator, d -> append(d, sort));
    }

    private Index export(ExportDecl export) {
        return exports.computeIfAbsent(
                export.name().name(), name -> append(export, export.type().sort()));
    }

    private Index append(Declarator declarator, Sort sort) {
        merged.add(declarator);
        return sort.index(sizes.merge(sort, 1, Integer::sum) - 1);
    }
}
