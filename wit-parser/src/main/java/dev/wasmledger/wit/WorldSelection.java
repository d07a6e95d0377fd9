package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.Place;
import dev.wasmledger.wit.internal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses the world that is meant, by the rules of the reference ({@code Resolve::select_world}): without a name it is
 * the only world of the only root, a plain name is one of the only root, and {@code wasi:http/proxy} may leave out the
 * version where the package is there in one version.
 */
public final class WorldSelection {

    private final ResolvedWit wit;
    private final List<PackageId> roots;

    /**
     * A choice among the worlds of a model.
     *
     * @param roots the packages that were asked for: {@link WitResult#roots}
     */
    public WorldSelection(ResolvedWit wit, List<PackageId> roots) {
        this.wit = wit;
        this.roots = List.copyOf(roots);
    }

    /**
     * The world of that name, or the only one.
     *
     * @throws DiagnosticException if there is none ({@code WIT0504}), or several could be meant ({@code WIT0505})
     */
    public WorldId select(Optional<String> name) {
        if (name.isPresent() && name.get().contains("/")) {
            return qualified(name.get());
        }
        if (roots.size() != 1) {
            throw ambiguous("there are several packages, and each may have a world of its own", all());
        }
        return name.map(this::named).orElseGet(this::only);
    }

    private WorldId only() {
        WitPackage root = wit.get(roots.getFirst());
        if (root.worlds().isEmpty()) {
            throw missing("package `" + root.name() + "` has no world", Optional.empty());
        }
        if (root.worlds().size() > 1) {
            throw ambiguous("package `" + root.name() + "` has several worlds", names(root));
        }
        return root.worlds().firstEntry().getValue();
    }

    private WorldId named(String name) {
        WitPackage root = wit.get(roots.getFirst());
        return world(root, name);
    }

    private WorldId qualified(String name) {
        int slash = name.indexOf('/');
        int at = name.indexOf('@', slash);
        String world = at < 0 ? name.substring(slash + 1) : name.substring(slash + 1, at);
        PackageName wanted = PackageName.parse(name.substring(0, slash) + (at < 0 ? "" : name.substring(at)))
                .orElseThrow(() -> missing("`" + name + "` is not the name of a world", Optional.empty()));
        List<WitPackage> found = wit.packages().stream()
                .filter(unit -> unit.name().equals(wanted))
                .toList();
        if (found.isEmpty() && at < 0) {
            found = wit.packages().stream()
                    .filter(unit -> unit.name().namespace().equals(wanted.namespace())
                            && unit.name().name().equals(wanted.name()))
                    .toList();
        }
        if (found.size() > 1) {
            throw ambiguous(
                    "package `" + wanted + "` is there in several versions",
                    found.stream().flatMap(unit -> names(unit).stream()).toList());
        }
        if (found.isEmpty()) {
            throw missing("there is no package `" + wanted + "`", near(name));
        }
        return world(found.getFirst(), world);
    }

    private WorldId world(WitPackage unit, String name) {
        WorldId id = unit.worlds().get(name);
        if (id == null) {
            throw missing(
                    "package `" + unit.name() + "` has no world `" + name + "`",
                    NearestName.of(name, unit.worlds().keySet()));
        }
        return id;
    }

    private Optional<String> near(String name) {
        return NearestName.of(name, all());
    }

    private DiagnosticException missing(String message, Optional<String> near) {
        String there = all().isEmpty() ? "there is no world at all" : "there are " + String.join(", ", all());
        return new DiagnosticException(Diagnostic.error(Problem.WORLD_NOT_FOUND.id(), message, place())
                .withHint(near.map(name -> "did you mean `" + name + "`? ").orElse("") + there));
    }

    private DiagnosticException ambiguous(String message, List<String> candidates) {
        return new DiagnosticException(Diagnostic.error(Problem.WORLD_AMBIGUOUS.id(), message, place())
                .withHint("say which world is meant: " + String.join(", ", candidates)));
    }

    private Place place() {
        return wit.get(roots.isEmpty() ? wit.root() : roots.getLast()).place();
    }

    private static List<String> names(WitPackage unit) {
        return unit.worlds().keySet().stream()
                .map(world -> unit.name().itemName(world))
                .toList();
    }

    private List<String> all() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, wit.worlds().size()).forEach(i -> names.add(wit.worldName(new WorldId(i))));
        return names;
    }
}
