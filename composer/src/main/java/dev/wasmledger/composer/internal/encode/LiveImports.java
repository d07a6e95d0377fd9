package dev.wasmledger.composer.internal.encode;

import dev.wasmledger.component.model.Alias;
import dev.wasmledger.component.model.CoreTypeDef;
import dev.wasmledger.component.model.Declarator;
import dev.wasmledger.component.model.ExportDecl;
import dev.wasmledger.component.model.ExternDesc;
import dev.wasmledger.component.model.Import;
import dev.wasmledger.component.model.Index;
import dev.wasmledger.component.model.InstanceTypeDef;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.model.TypeDef;
import dev.wasmledger.composer.internal.encode.TopLevelScope.InstanceOrigin;
import dev.wasmledger.composer.internal.encode.TopLevelScope.TypeOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a world's imports is alive: the functions that the guest calls, the types that these and the exports are made
 * of, and nothing else. A component imports no more than that, so that it can be linked where the rest is missing.
 */
public final class LiveImports {

    private final TopLevelScope world;
    private final Map<String, Set<String>> liveExports = new HashMap<>();
    private final Set<String> live = new HashSet<>();
    private final Map<String, InstanceTypeDef> pruned = new HashMap<>();
    private final TypeRewriter marker = new TypeRewriter(this::mark);

    /** Starts with nothing alive but the types of the world itself, which are names and cost nothing. */
    public LiveImports(TopLevelScope world) {
        this.world = world;
        world.imports().values().stream()
                .filter(imported -> imported.type() instanceof ExternDesc.TypeEq)
                .forEach(imported -> live.add(imported.name().name()));
    }

    /** A function or resource of an imported interface is used; for something of the world itself both names are one. */
    public void use(String imported, String item) {
        live.add(imported);
        liveExports.computeIfAbsent(imported, name -> new HashSet<>()).add(item);
    }

    /** An export of that type is there. */
    public void use(ExternDesc exported) {
        if (exported instanceof ExternDesc.Instance(Index.Type type)) {
            marker.rewrite(world.instanceType(type));
        } else {
            marker.rewrite(exported);
        }
    }

    /** Follows what is used to all that it needs; to be called once, when all uses are said. */
    public void follow() {
        // An import stands behind all that it needs, so one pass from the last to the first finds everything.
        for (Import imported : List.copyOf(world.imports().values()).reversed()) {
            String name = imported.name().name();
            if (!live.contains(name)) {
                continue;
            }
            if (imported.type() instanceof ExternDesc.Instance(Index.Type type)) {
                InstanceTypeDef definition = prune(world.instanceType(type), liveExports.getOrDefault(name, Set.of()));
                marker.rewrite(definition);
                pruned.put(name, definition);
            } else {
                marker.rewrite(imported.type());
            }
        }
    }

    public boolean isLive(String imported) {
        return live.contains(imported);
    }

    /** The type of an imported interface with nothing in it but what is alive; still in terms of the world. */
    public Optional<InstanceTypeDef> instanceType(String imported) {
        return Optional.ofNullable(pruned.get(imported));
    }

    private Index.Type mark(Index.Type type) {
        switch (world.types().get(type.value())) {
            case TypeOrigin.Defined(TypeDef definition) -> marker.rewrite(definition);
            case TypeOrigin.Imported(String name, ExternDesc desc) -> live.add(name);
            case TypeOrigin.Exported(Index.Instance instance, String name) -> {
                if (world.instances().get(instance.value()) instanceof InstanceOrigin.Imported(String owner)) {
                    use(owner, name);
                }
            }
            case TypeOrigin.Same(Index.Type same) -> mark(same);
        }
        return type;
    }

    private static InstanceTypeDef prune(InstanceTypeDef type, Set<String> names) {
        List<Declarator> declarators = type.declarators();
        List<Integer> typeIndices = typeIndices(declarators);
        var needed = new HashSet<Integer>();
        var collector = new TypeRewriter(index -> {
            needed.add(index.value());
            return index;
        });
        var kept = new HashSet<Integer>();
        for (int i = declarators.size() - 1; i >= 0; i--) {
            Declarator declarator = declarators.get(i);
            boolean named = declarator instanceof ExportDecl export
                    && names.contains(export.name().name());
            if (named || needed.contains(typeIndices.get(i))) {
                kept.add(i);
                rewrite(declarator, collector);
            }
        }
        return renumbered(declarators, typeIndices, kept);
    }

    private static InstanceTypeDef renumbered(
            List<Declarator> declarators, List<Integer> typeIndices, Set<Integer> kept) {
        var indices = new HashMap<Integer, Index.Type>();
        var rewriter = new TypeRewriter(index -> indices.getOrDefault(index.value(), index));
        var result = new ArrayList<Declarator>();
        for (int i = 0; i < declarators.size(); i++) {
            if (kept.contains(i)) {
                result.add(rewrite(declarators.get(i), rewriter));
                if (definesType(declarators.get(i))) {
                    indices.put(typeIndices.get(i), new Index.Type(indices.size()));
                }
            }
        }
        return new InstanceTypeDef(result);
    }

    private static Declarator rewrite(Declarator declarator, TypeRewriter rewriter) {
        return switch (declarator) {
            case TypeDef definition -> rewriter.rewrite(definition);
            case ExportDecl(var name, var desc) -> new ExportDecl(name, rewriter.rewrite(desc));
            case Alias alias -> alias;
            case CoreTypeDef core -> core;
            case Import imported -> imported;
        };
    }

    /** For each declarator the index of the type that it defines, or -1. */
    private static List<Integer> typeIndices(List<Declarator> declarators) {
        var indices = new ArrayList<Integer>();
        int next = 0;
        for (Declarator declarator : declarators) {
            indices.add(definesType(declarator) ? next++ : -1);
        }
        return indices;
    }

    private static boolean definesType(Declarator declarator) {
        return switch (declarator) {
            case TypeDef definition -> true;
            case ExportDecl(var name, var desc) -> desc.sort() == Sort.TYPE;
            case Alias alias -> alias.sort() == Sort.TYPE;
            case CoreTypeDef core -> false;
            case Import imported -> false;
        };
    }
}
