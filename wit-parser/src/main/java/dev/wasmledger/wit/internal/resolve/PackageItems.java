package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.InterfaceItem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Item;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Name;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.NestedPackage;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.ToplevelUse;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.UsePath;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.WorldItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The interfaces and worlds of one package by name, and what the top of each file calls them. (WIT.md, "use".) */
final class PackageItems {

    private final UnresolvedPackage unit;
    private final Diagnostics diagnostics;
    private final Map<String, LocalItem> byName = new LinkedHashMap<>();
    private final List<Map<String, UsePath>> usedByFile = new ArrayList<>();

    PackageItems(UnresolvedPackage unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
        for (int file = 0; file < unit.files().size(); file++) {
            defineItems(unit.files().get(file), file);
        }
        unit.files().forEach(this::defineUses);
    }

    /** The item of that name, as seen from the top of any file. */
    Optional<LocalItem> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a {@code use} at the top of that file says that the name stands for. */
    Optional<UsePath> findUse(int file, String name) {
        return Optional.ofNullable(usedByFile.get(file).get(name));
    }

    /** Names that are defined in the package or at the top of the file, for hints. */
    Set<String> names(int file) {
        var names = new TreeSet<>(byName.keySet());
        names.addAll(usedByFile.get(file).keySet());
        return names;
    }

    /** Every item behind those that it uses; without those in a cycle, which is reported. */
    List<LocalItem> inOrder() {
        List<LocalItem> items = List.copyOf(byName.values());
        List<List<TopologicalSort.Edge<Name>>> edges = new ArrayList<>();
        items.forEach(item -> edges.add(new ArrayList<>()));
        for (int file = 0; file < unit.files().size(); file++) {
            for (Paths.Occurrence occurrence : Paths.of(unit.files().get(file))) {
                if (occurrence.user().isEmpty()) {
                    continue;
                }
                Optional<LocalItem> user = find(occurrence.user().get().text());
                Optional<LocalItem> used = localTarget(file, occurrence.path());
                if (user.isPresent() && used.isPresent()) {
                    int from = user.get().number();
                    Name because = occurrence.path().name();
                    edges.get(from)
                            .add(new TopologicalSort.Edge<>(from, used.get().number(), because));
                }
            }
        }
        return TopologicalSort.sort(
                        edges,
                        (edge, stuck) -> reportCycle(items.get(edge.from()), items.get(edge.to()), edge.because()))
                .stream()
                .map(items::get)
                .toList();
    }

    /** Reports that there is no such interface or world. */
    void reportNotFound(int file, Name name) {
        diagnostics.report(Diagnostic.error(
                        Problem.ITEM_NOT_FOUND.id(),
                        "there is no interface or world `" + name.text() + "`",
                        name.span())
                .withHint(NearestName.of(name.text(), names(file)).map(near -> "did you mean `" + near + "`?")));
    }

    private void defineItems(List<Item> items, int file) {
        for (Item item : items) {
            switch (item) {
                case InterfaceItem iface -> defineItem(iface.name(), item, file);
                case WorldItem world -> defineItem(world.name(), item, file);
                case ToplevelUse use -> {}
                case NestedPackage nested -> throw new IllegalStateException("nested packages are taken out before");
            }
        }
    }

    private void defineItem(Name name, Item item, int file) {
        LocalItem first = byName.putIfAbsent(name.text(), new LocalItem(name, item, file, byName.size()));
        if (first != null) {
            diagnostics.report(Diagnostic.error(
                            Problem.ITEM_TWICE.id(),
                            "the package has two interfaces or worlds named `" + name.text() + "`",
                            name.span())
                    .withLabel(first.name().span(), "first here"));
        }
    }

    private void defineUses(List<Item> items) {
        Map<String, UsePath> uses = new LinkedHashMap<>();
        Map<String, Name> taken = new HashMap<>();
        for (Item item : items) {
            switch (item) {
                case InterfaceItem iface -> take(taken, iface.name());
                case WorldItem world -> take(taken, world.name());
                case ToplevelUse use -> {
                    take(taken, use.definedName());
                    uses.putIfAbsent(use.definedName().text(), use.path());
                    if (use.gate().first().isPresent()) {
                        diagnostics.error(
                                Problem.MISPLACED_ATTRIBUTE,
                                use.span(),
                                "a `use` at the top of a file cannot have attributes");
                    }
                }
                case NestedPackage nested -> throw new IllegalStateException("nested packages are taken out before");
            }
        }
        usedByFile.add(uses);
    }

    private void take(Map<String, Name> taken, Name name) {
        Name first = taken.putIfAbsent(name.text(), name);
        if (first != null) {
            diagnostics.report(Diagnostic.error(
                            Problem.ITEM_TWICE.id(),
                            "the name `" + name.text() + "` is defined twice in this file",
                            name.span())
                    .withLabel(first.span(), "first here"));
        }
    }

    /** The item of this package that a path names; absent also where there is none, which is reported. */
    private Optional<LocalItem> localTarget(int file, UsePath path) {
        if (path.inPackage().isPresent()) {
            return Optional.empty();
        }
        Optional<UsePath> use = findUse(file, path.name().text());
        if (use.isPresent() && use.get().inPackage().isPresent()) {
            return Optional.empty();
        }
        Name name = use.map(UsePath::name).orElse(path.name());
        Optional<LocalItem> item = find(name.text());
        if (item.isEmpty()) {
            reportNotFound(file, name);
        }
        return item;
    }

    private void reportCycle(LocalItem user, LocalItem used, Name because) {
        Diagnostic diagnostic = Diagnostic.error(
                Problem.ITEM_CYCLE.id(),
                user == used
                        ? "`" + used.name().text() + "` uses itself"
                        : "`" + used.name().text() + "` uses `" + user.name().text() + "`, which uses it in turn",
                used.name().span());
        diagnostics.report(diagnostic.withLabel(because.span(), "it is used here"));
    }
}
