package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.SearchedPlaces;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.InterfaceItem;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Name;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.PackageReference;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.UsePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Finds what paths lead to, and says what kind of thing they must lead to. */
final class PathResolver {

    private static final Collector<CharSequence, ?, String> COMMAS = Collectors.joining(", ");

    private final PackageItems items;
    private final KnownPackages known;
    private final Diagnostics diagnostics;

    PathResolver(PackageItems items, KnownPackages known, Diagnostics diagnostics) {
        this.items = items;
        this.known = known;
        this.diagnostics = diagnostics;
    }

    /** What a path leads to, as an interface; anything else is reported. */
    ItemReference findInterface(int file, UsePath path) {
        ItemReference found = find(file, path, true);
        boolean world = found instanceof ItemReference.ForeignWorld
                || (found instanceof ItemReference.Local(LocalItem item) && !(item.syntax() instanceof InterfaceItem));
        return world ? wrongKind(path, "a world, not an interface") : found;
    }

    /** What a path leads to, as a world; anything else is reported. */
    ItemReference findWorld(int file, UsePath path) {
        ItemReference found = find(file, path, false);
        boolean iface = found instanceof ItemReference.ForeignInterface
                || (found instanceof ItemReference.Local(LocalItem item) && item.syntax() instanceof InterfaceItem);
        return iface ? wrongKind(path, "an interface, not a world") : found;
    }

    /** Whether an interface of another package is there with all that belongs to it. */
    boolean isComplete(InterfaceId id) {
        WitPackage owner = known.model().get(known.model().get(id).owner());
        return known.isMissingWorthReporting(owner.name());
    }

    /** Reports where a path's package is missing; for paths behind a closed gate, which are not followed further. */
    void checkPackage(UsePath path) {
        path.inPackage().ifPresent(this::findPackage);
    }

    /** Reports where a {@code use} at the top of a file leads nowhere. */
    void checkUse(int file, UsePath path) {
        if (path.inPackage().isPresent()) {
            ItemReference found = findForeign(path.inPackage().get(), path.name(), true);
            if (found instanceof ItemReference.ForeignWorld) {
                wrongKind(path, "a world, and only interfaces can be used");
            }
        } else if (items.find(path.name().text()).isEmpty()) {
            items.reportNotFound(file, path.name());
        }
    }

    private ItemReference wrongKind(UsePath path, String what) {
        diagnostics.error(
                Problem.WRONG_KIND_OF_ITEM,
                path.name().span(),
                "`" + path.name().text() + "` is " + what);
        return new ItemReference.Broken();
    }

    private ItemReference find(int file, UsePath path, boolean asInterface) {
        if (path.inPackage().isPresent()) {
            return findForeign(path.inPackage().get(), path.name(), asInterface);
        }
        Optional<UsePath> use = items.findUse(file, path.name().text());
        if (use.isPresent() && use.get().inPackage().isPresent()) {
            return findForeign(use.get().inPackage().get(), use.get().name(), true);
        }
        Name name = use.map(UsePath::name).orElse(path.name());
        Optional<LocalItem> item = items.find(name.text());
        if (item.isEmpty()) {
            items.reportNotFound(file, name);
            return new ItemReference.Broken();
        }
        return new ItemReference.Local(item.get());
    }

    private ItemReference findForeign(PackageReference reference, Name name, boolean asInterface) {
        Optional<PackageId> id = findPackage(reference);
        if (id.isEmpty()) {
            return new ItemReference.Broken();
        }
        WitPackage target = known.model().get(id.get());
        InterfaceId iface = target.interfaces().get(name.text());
        WorldId world = target.worlds().get(name.text());
        if (iface != null) {
            return new ItemReference.ForeignInterface(iface);
        }
        if (world != null) {
            return new ItemReference.ForeignWorld(world);
        }
        if (known.isMissingWorthReporting(target.name())) {
            List<String> candidates = new ArrayList<>(
                    asInterface ? target.interfaces().keySet() : target.worlds().keySet());
            diagnostics.report(Diagnostic.error(
                            Problem.ITEM_NOT_FOUND.id(),
                            "package `" + target.name() + "` has no " + (asInterface ? "interface" : "world") + " `"
                                    + name.text() + "`",
                            name.span())
                    .withHint(NearestName.of(name.text(), candidates).map(near -> "did you mean `" + near + "`?")));
        }
        return new ItemReference.Broken();
    }

    private Optional<PackageId> findPackage(PackageReference reference) {
        Optional<PackageId> found = known.model().findPackage(reference.name());
        if (found.isEmpty() && known.isMissingWorthReporting(reference.name())) {
            diagnostics.report(
                    packageNotFound(reference.name(), known.candidates(), known.searched(), reference.span()));
            known.markReported(reference.name());
        }
        return found;
    }

    /** That a package is not there: which ones are, where it was looked for, and which of them was probably meant. */
    static Diagnostic packageNotFound(
            PackageName wanted, List<PackageName> known, SearchedPlaces searched, Place place) {
        List<String> sentences = new ArrayList<>();
        near(wanted, known).ifPresent(name -> sentences.add("did you mean " + name + "?"));
        sentences.addAll(searched.misplaced());
        sentences.add(
                known.isEmpty()
                        ? "no other package is known"
                        : "known packages: "
                                + known.stream()
                                        .map(PackageName::toString)
                                        .sorted()
                                        .collect(COMMAS));
        if (!searched.places().isEmpty()) {
            sentences.add("looked in: " + searched.places().stream().collect(COMMAS));
        }
        return Diagnostic.error(Problem.PACKAGE_NOT_FOUND.id(), "package `" + wanted + "` was not found", place)
                .withHint(String.join("\n", sentences));
    }

    /** The same package in other versions; if there is none, one of nearly the same name. */
    private static Optional<String> near(PackageName wanted, List<PackageName> known) {
        List<String> otherVersions = known.stream()
                .filter(name -> unversioned(name).equals(unversioned(wanted)))
                .map(PackageName::toString)
                .sorted()
                .toList();
        if (!otherVersions.isEmpty()) {
            return Optional.of("`" + String.join("` or `", otherVersions) + "`");
        }
        return NearestName.of(
                        unversioned(wanted),
                        known.stream().map(PathResolver::unversioned).toList())
                .flatMap(near -> known.stream()
                        .filter(name -> unversioned(name).equals(near))
                        .findFirst())
                .map(name -> "`" + name + "`");
    }

    private static String unversioned(PackageName name) {
        return name.namespace() + ":" + name.name();
    }
}
