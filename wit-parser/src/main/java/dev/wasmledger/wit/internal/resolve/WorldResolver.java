package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.Span;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.*;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What a world's text itself says that it imports and exports. */
final class WorldResolver {

    private final PackageContext context;
    private final WorldDraft draft;
    private final boolean included;
    private final NameScope scope;
    private final FunctionResolver functions;
    /** Names taken, whether or not the gates of what took them are open: where, and by what. */
    private final Map<String, Taken> importNames = new HashMap<>();

    private final Map<String, Taken> exportNames = new HashMap<>();

    private record Taken(Span span, String kind) {}

    /** @param included whether the world's own gate is open */
    WorldResolver(PackageContext context, WorldDraft draft, NameScope scope, boolean included) {
        this.context = context;
        this.draft = draft;
        this.scope = scope;
        this.included = included;
        this.functions = new FunctionResolver(context, scope);
    }

    void resolve() {
        List<Use> uses = new ArrayList<>();
        List<Typedef> typedefs = new ArrayList<>();
        for (WorldMember member : draft.syntax().members()) {
            switch (member) {
                case Use use -> uses.add(use);
                case Typedef typedef -> typedefs.add(typedef);
                case Include include -> {}
                case Extern extern -> {}
            }
        }
        resolveTypes(uses, typedefs);
        for (WorldMember member : draft.syntax().members()) {
            switch (member) {
                case Use use -> {}
                case Include include -> {}
                case Typedef typedef -> resolveResource(typedef);
                case Extern extern -> resolveExtern(extern);
            }
        }
    }

    private void resolveTypes(List<Use> uses, List<Typedef> typedefs) {
        for (Use use : uses) {
            for (UseName name : use.names()) {
                importNames.putIfAbsent(
                        name.definedName().text(), new Taken(name.definedName().span(), "type"));
            }
        }
        for (Typedef typedef : typedefs) {
            importNames.putIfAbsent(
                    typedef.name().text(), new Taken(typedef.name().span(), "type"));
        }
        SequencedMap<String, TypeId> types = new TypedefResolver(
                        context, new TypeOwner.OfWorld(draft.id()), included, draft.file(), scope)
                .resolve(uses, typedefs);
        types.forEach((name, id) -> draft.imports().put(new WorldKey.PlainName(name), new WorldItem.TypeItem(id)));
    }

    private void resolveResource(Typedef typedef) {
        if (typedef.body() instanceof ResourceBody body) {
            for (WitFunction function : functions.resolve(typedef.name(), body, included)) {
                draft.imports()
                        .putIfAbsent(new WorldKey.PlainName(function.name()), new WorldItem.FunctionItem(function));
            }
        }
    }

    private void resolveExtern(Extern extern) {
        boolean open = context.gates().includes(extern.gate().stability(), extern.span()) && included;
        SequencedMap<WorldKey, WorldItem> items = extern.export() ? draft.exports() : draft.imports();
        switch (extern.type()) {
            case ExternFunc(Name name, FuncType type) -> {
                boolean free = takeName(extern, name, "func");
                Optional<WitFunction> function = functions.resolve(name, extern.gate(), extern.docs(), type, included);
                if (free && function.isPresent()) {
                    items.put(new WorldKey.PlainName(name.text()), new WorldItem.FunctionItem(function.get()));
                }
            }
            case ExternInterface iface -> {
                boolean free = takeName(extern, iface.name(), "interface");
                Optional<InterfaceId> id = new InterfaceResolver(context).resolve(extern, iface, draft.file(), open);
                if (free && id.isPresent()) {
                    // The comments in front belong to the interface itself here.
                    items.put(
                            new WorldKey.PlainName(iface.name().text()),
                            item(extern, id.get(), iface.name().span(), Optional.empty()));
                }
            }
            case ExternNamedPath(Name name, UsePath path) -> {
                boolean free = takeName(extern, name, "interface");
                Optional<InterfaceId> id = findInterface(path, open, name.span());
                if (free && id.isPresent()) {
                    items.put(
                            new WorldKey.PlainName(name.text()),
                            item(extern, id.get(), name.span(), extern.docs().map(Docs::text)));
                }
            }
            case ExternPath(UsePath path) -> resolvePath(extern, path, open, items);
        }
    }

    private void resolvePath(Extern extern, UsePath path, boolean open, SequencedMap<WorldKey, WorldItem> items) {
        Span span = path.name().span();
        Optional<InterfaceId> id = findInterface(path, open, span);
        if (id.isEmpty()) {
            return;
        }
        WorldItem added = item(extern, id.get(), span, extern.docs().map(Docs::text));
        WorldItem first = items.putIfAbsent(new WorldKey.InterfaceName(id.get()), added);
        if (first instanceof WorldItem.InterfaceItem earlier) {
            context.diagnostics()
                    .report(Diagnostic.error(
                                    Problem.WORLD_ITEM_TWICE.id(),
                                    "the world " + verb(extern) + "s this interface twice",
                                    span)
                            .withLabel(earlier.place(), "first here"));
        }
    }

    private static WorldItem item(Extern extern, InterfaceId id, Span span, Optional<String> docs) {
        return new WorldItem.InterfaceItem(
                id, extern.gate().stability(), extern.gate().externalId(), docs, span);
    }

    private Optional<InterfaceId> findInterface(UsePath path, boolean open, Span place) {
        if (!open && path.inPackage().isPresent()) {
            context.paths().checkPackage(path);
            return Optional.empty();
        }
        return switch (context.paths().findInterface(draft.file(), path)) {
            case ItemReference.ForeignInterface(InterfaceId id) -> open ? Optional.of(id) : Optional.empty();
            case ItemReference.Local(LocalItem item) -> {
                if (open && item.visited() && item.interfaceId().isEmpty()) {
                    new TypeResolver(context, scope).reportGated("interface", path.name(), place);
                }
                yield open ? item.interfaceId() : Optional.empty();
            }
            case ItemReference.ForeignWorld world -> Optional.empty();
            case ItemReference.Broken broken -> Optional.empty();
        };
    }

    private boolean takeName(Extern extern, Name name, String kind) {
        Map<String, Taken> names = extern.export() ? exportNames : importNames;
        Taken first = names.putIfAbsent(name.text(), new Taken(name.span(), kind));
        if (first != null) {
            context.diagnostics()
                    .report(Diagnostic.error(
                                    Problem.WORLD_ITEM_TWICE.id(),
                                    "the world " + verb(extern) + "s a " + first.kind() + " named `" + name.text()
                                            + "` already",
                                    name.span())
                            .withLabel(first.span(), "first here"));
        }
        return first == null;
    }

    private static String verb(Extern extern) {
        return extern.export() ? "export" : "import";
    }
}
