package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Docs;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.InterfaceItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Resolves one package, after those that it uses, and adds it to the model. */
final class PackageResolver {

    private final UnresolvedPackage unit;
    private final PackageContext context;
    private final PackageItems items;
    private final SequencedMap<String, InterfaceId> interfaces = new LinkedHashMap<>();
    private final SequencedMap<String, WorldId> worlds = new LinkedHashMap<>();
    private final Set<WorldId> conflicting = new HashSet<>();

    PackageResolver(UnresolvedPackage unit, KnownPackages known, Gates gates, Diagnostics diagnostics) {
        this.unit = unit;
        this.items = new PackageItems(unit, diagnostics);
        this.context = new PackageContext(
                known.model().nextPackage(),
                known.model(),
                gates,
                new PathResolver(items, known, diagnostics),
                diagnostics);
    }

    void resolve() {
        checkUses();
        List<LocalItem> order = items.inOrder();
        for (LocalItem item : order) {
            if (item.syntax() instanceof InterfaceItem iface) {
                new InterfaceResolver(context).resolve(item, iface);
                item.markVisited();
                item.interfaceId().ifPresent(id -> interfaces.put(item.name().text(), id));
            }
        }
        List<WorldDraft> drafts = new ArrayList<>();
        for (LocalItem item : order) {
            if (item.syntax() instanceof SyntaxTree.WorldItem world) {
                resolveWorld(item, world).ifPresent(drafts::add);
            }
        }
        drafts.forEach(this::completeWorld);
        context.model()
                .add(new WitPackage(unit.name(), interfaces, worlds, unit.docs().map(Docs::text), unit.span()));
    }

    /** A {@code use} at the top of a file must lead somewhere even where nobody uses its name. */
    private void checkUses() {
        for (int file = 0; file < unit.files().size(); file++) {
            for (SyntaxTree.Item item : unit.files().get(file)) {
                if (item instanceof SyntaxTree.ToplevelUse use) {
                    context.paths().checkUse(file, use.path());
                }
            }
        }
    }

    private Optional<WorldDraft> resolveWorld(LocalItem item, SyntaxTree.WorldItem syntax) {
        boolean included =
                context.gates().includes(syntax.gate().stability(), item.name().span());
        var draft = new WorldDraft(context.model().nextWorld(), item.file(), syntax);
        new WorldResolver(context, draft, item.scope(), included).resolve();
        item.markVisited();
        if (!included) {
            return Optional.empty();
        }
        item.resolvedAs(draft.id());
        worlds.put(item.name().text(), draft.id());
        context.model().add(world(draft, draft.imports(), draft.exports()));
        return Optional.of(draft);
    }

    private void completeWorld(WorldDraft draft) {
        List<WorldId> included = new WorldIncluder(context, draft).includeAll();
        checkLetters(draft.imports(), "imports");
        checkLetters(draft.exports(), "exports");
        var elaborator = new WorldElaborator(context.model(), draft);
        elaborator.elaborate();
        int count = elaborator.imports().size() + elaborator.exports().size();
        context.model().countWorldItems(count, draft.syntax().name().span());
        if (elaborator.conflict().isPresent()) {
            // A world that includes one with a conflict has the same one.
            if (included.stream().noneMatch(conflicting::contains)) {
                reportConflict(draft, elaborator.conflict().get());
            }
            conflicting.add(draft.id());
        }
        context.model().replace(draft.id(), world(draft, elaborator.imports(), elaborator.exports()));
    }

    private WitWorld world(
            WorldDraft draft, SequencedMap<WorldKey, WorldItem> imports, SequencedMap<WorldKey, WorldItem> exports) {
        SyntaxTree.WorldItem syntax = draft.syntax();
        return new WitWorld(
                syntax.name().text(),
                context.id(),
                imports,
                exports,
                syntax.docs().map(Docs::text),
                syntax.gate().stability(),
                syntax.name().span());
    }

    /** WIT.md, "WIT Worlds": names are unique whatever the case of their letters. */
    private void checkLetters(SequencedMap<WorldKey, WorldItem> worldItems, String what) {
        Map<String, WorldKey.PlainName> seen = new HashMap<>();
        worldItems.forEach((key, item) -> {
            if (key instanceof WorldKey.PlainName name) {
                WorldKey.PlainName first = seen.putIfAbsent(name.name().toLowerCase(Locale.ROOT), name);
                if (first != null) {
                    context.diagnostics()
                            .report(Diagnostic.error(
                                            Problem.WORLD_ITEM_TWICE.id(),
                                            "the world " + what + " `" + name.name() + "` and `" + first.name()
                                                    + "`, names that differ in capital letters only",
                                            place(item))
                                    .withLabel(place(worldItems.getOrDefault(first, item)), "the other one"));
                }
            }
        });
    }

    private Place place(WorldItem item) {
        return switch (item) {
            case WorldItem.InterfaceItem iface -> iface.place();
            case WorldItem.FunctionItem function -> function.function().place();
            case WorldItem.TypeItem type -> context.model().get(type.id()).place();
        };
    }

    private void reportConflict(WorldDraft draft, InterfaceId id) {
        String name = context.model().get(id).name().orElse("an interface");
        context.diagnostics()
                .report(Diagnostic.error(
                                Problem.TRANSITIVE_CONFLICT.id(),
                                "world `" + draft.syntax().name().text() + "` exports `" + name
                                        + "` and needs it as an import as well, for another export that uses it by way"
                                        + " of an interface that is not exported",
                                draft.syntax().name().span())
                        .withLabel(context.model().get(id).place(), "`" + name + "` is defined here")
                        .withHint("export the interface in between too, or do not export `" + name + "`"));
    }
}
