package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitWorld;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Include;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Rename;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.WorldMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Carries out the {@code include}s of a world. (WIT.md, "Union of Worlds with include".) */
final class WorldIncluder {

    private final PackageContext context;
    private final WorldDraft draft;

    WorldIncluder(PackageContext context, WorldDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** Includes them all, and says which they were. */
    List<WorldId> includeAll() {
        List<WorldId> included = new ArrayList<>();
        for (WorldMember member : draft.syntax().members()) {
            if (member instanceof Include include) {
                Span place = include.path().name().span();
                if (context.gates().includes(include.gate().stability(), place)) {
                    findWorld(include).ifPresent(world -> {
                        include(include, world);
                        included.add(world);
                    });
                } else {
                    context.paths().checkPackage(include.path());
                }
            }
        }
        return included;
    }

    private Optional<WorldId> findWorld(Include include) {
        return switch (context.paths().findWorld(draft.file(), include.path())) {
            case ItemReference.ForeignWorld(WorldId id) -> Optional.of(id);
            case ItemReference.Local(LocalItem item) -> {
                if (item.visited() && item.worldId().isEmpty()) {
                    new TypeResolver(context, new NameScope())
                            .reportGated(
                                    "world", item.name(), include.path().name().span());
                }
                yield item.worldId();
            }
            case ItemReference.ForeignInterface iface -> Optional.empty();
            case ItemReference.Broken broken -> Optional.empty();
        };
    }

    private void include(Include include, WorldId id) {
        WitWorld world = context.model().get(id);
        checkRenames(include, world);
        boolean foreign = !world.owner().equals(context.id());
        var copier = new WorldTypeCopier(
                context.model(), new TypeOwner.OfWorld(id), new TypeOwner.OfWorld(draft.id()), context.id());
        world.imports().forEach((key, item) -> add(include, draft.imports(), key, item, foreign, copier));
        world.exports().forEach((key, item) -> add(include, draft.exports(), key, item, foreign, copier));
    }

    /** Every rename must apply to something; interface names cannot be renamed. */
    private void checkRenames(Include include, WitWorld world) {
        List<String> names = Stream.concat(world.imports().keySet().stream(), world.exports().keySet().stream())
                .filter(WorldKey.PlainName.class::isInstance)
                .map(key -> ((WorldKey.PlainName) key).name())
                .toList();
        for (Rename rename : include.renames()) {
            if (names.stream().allMatch(name -> renamed(name, rename).isEmpty())) {
                context.diagnostics()
                        .report(Diagnostic.error(
                                        Problem.RENAMED_NAME_NOT_FOUND.id(),
                                        "world `" + world.name()
                                                + "` imports and exports nothing under the plain name `"
                                                + rename.from().text() + "`",
                                        include.path().name().span())
                                .withLabel(rename.from().span(), "this name")
                                .withHint("the names of interfaces cannot be changed"));
            }
        }
    }

    private void add(
            Include include,
            SequencedMap<WorldKey, WorldItem> target,
            WorldKey key,
            WorldItem item,
            boolean foreign,
            WorldTypeCopier copier) {
        Span place = include.path().name().span();
        context.model().countWorldItems(1, place);
        switch (key) {
            case WorldKey.PlainName(String original) -> {
                String name = include.renames().stream()
                        .flatMap(rename -> renamed(original, rename).stream())
                        .findFirst()
                        .orElse(original);
                WorldItem first = target.putIfAbsent(new WorldKey.PlainName(name), copier.copy(name, item));
                if (first != null) {
                    reportTaken(place, name);
                }
            }
            case WorldKey.InterfaceName interfaceName -> {
                WorldItem first = target.putIfAbsent(key, item);
                target.put(key, merge(first == null ? item : first, item, foreign, place));
            }
        }
    }

    private void reportTaken(Span place, String name) {
        context.diagnostics()
                .report(Diagnostic.error(
                                Problem.WORLD_ITEM_TWICE.id(),
                                "this brings in `" + name + "`, a name that the world has already",
                                place)
                        .withHint("give it another name: `with { " + name + " as other-name }`"));
    }

    /** Two worlds may import the same interface; the gate of the import must then be the same, or known to one only. */
    private WorldItem merge(WorldItem into, WorldItem from, boolean foreign, Span place) {
        if (!(into instanceof WorldItem.InterfaceItem first) || !(from instanceof WorldItem.InterfaceItem second)) {
            return into;
        }
        Stability merged;
        if (foreign && second.stability() instanceof Stability.Stable) {
            // A version of another package says nothing in this one.
            merged = new Stability.Unknown();
        } else if (second.stability() instanceof Stability.Unknown
                || second.stability().equals(first.stability())) {
            merged = first.stability();
        } else {
            merged = second.stability();
            if (!(first.stability() instanceof Stability.Unknown)) {
                context.diagnostics()
                        .report(Diagnostic.error(
                                        Problem.ATTRIBUTES_CONFLICT.id(),
                                        "this brings in an interface that the world has already, with another gate",
                                        place)
                                .withLabel(first.place(), "the one")
                                .withLabel(second.place(), "the other"));
            }
        }
        return new WorldItem.InterfaceItem(first.id(), merged, first.externalId(), first.docs(), first.place());
    }

    /** The new name, if the rename applies: to the name itself, or to the resource in {@code [method]blob.read}. */
    private static Optional<String> renamed(String name, Rename rename) {
        String from = rename.from().text();
        String to = rename.to().text();
        if (name.equals(from)) {
            return Optional.of(to);
        }
        int bracket = name.indexOf(']');
        if (bracket < 0) {
            return Optional.empty();
        }
        String kind = name.substring(0, bracket + 1);
        String rest = name.substring(bracket + 1);
        int dot = rest.indexOf('.');
        if (dot >= 0 && rest.substring(0, dot).equals(from)) {
            return Optional.of(kind + to + rest.substring(dot));
        }
        return rest.equals(from) ? Optional.of(kind + to) : Optional.empty();
    }
}
