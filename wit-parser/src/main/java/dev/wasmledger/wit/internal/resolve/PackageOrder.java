package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.SourceGroup.Origin;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.Item;
import dev.wasmledger.wit.internal.syntax.SyntaxTree.PackageReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts packages behind those that they use; otherwise binary ones come first, and then it goes by their names. */
public final class PackageOrder {

    private static final Comparator<PackageName> BY_NAME = Comparator.comparing(PackageName::namespace)
            .thenComparing(PackageName::name)
            .thenComparing(
                    name -> name.version().orElse(null),
                    Comparator.nullsFirst(Comparator.<SemanticVersion>naturalOrder()));

    private final Diagnostics diagnostics;
    private final Map<PackageName, UnresolvedPackage> packages = new TreeMap<>(BY_NAME);
    private final Set<PackageName> done = new HashSet<>();
    private final List<UnresolvedPackage> order = new ArrayList<>();

    private PackageOrder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Those packages in that order; of two with the same name, which is reported, the first. */
    public static List<UnresolvedPackage> of(List<UnresolvedPackage> packages, Diagnostics diagnostics) {
        var sorter = new PackageOrder(diagnostics);
        packages.forEach(sorter::add);
        sorter.packages.values().stream()
                .sorted(Comparator.comparing(unit -> !unit.origin().isBinary()))
                .forEach(sorter::visit);
        return sorter.order;
    }

    /** Those packages that none of the others uses. */
    public static List<UnresolvedPackage> unused(List<UnresolvedPackage> packages) {
        Set<PackageName> used = new HashSet<>();
        packages.forEach(unit -> references(unit).forEach(reference -> used.add(reference.name())));
        return packages.stream().filter(unit -> !used.contains(unit.name())).toList();
    }

    private void add(UnresolvedPackage next) {
        UnresolvedPackage first = packages.putIfAbsent(next.name(), next);
        if (first == null) {
            return;
        }
        reportUnlessSame(first, next, diagnostics);
        if (first.origin() == Origin.BINARY_USE) {
            packages.put(next.name(), next.origin() == Origin.BINARY_USE ? BinaryUses.union(first, next) : next);
        }
    }

    /** A package may be found in two places, but not two packages of one name. (WIT.md, "Root Package: A Directory".) */
    static void reportUnlessSame(UnresolvedPackage first, UnresolvedPackage next, Diagnostics diagnostics) {
        boolean partial = first.origin() == Origin.BINARY_USE || next.origin() == Origin.BINARY_USE;
        if (!partial && !first.hasSameText(next)) {
            diagnostics.report(Diagnostic.error(
                            Problem.PACKAGE_TWICE.id(),
                            "package `" + next.name() + "` is defined in two places, and not in the same words",
                            next.span())
                    .withLabel(first.span(), "the other place"));
        }
    }

    /** A package whose dependencies are being visited, and the reference that led to it from the one below. */
    private record Open(UnresolvedPackage unit, Optional<PackageReference> by, Iterator<PackageReference> rest) {}

    /** Depth first; with a stack of its own, because one file may hold a chain of very many packages. */
    private void visit(UnresolvedPackage start) {
        List<Open> stack = new ArrayList<>();
        Set<PackageName> visiting = new HashSet<>();
        open(start, Optional.empty(), stack, visiting);
        while (!stack.isEmpty()) {
            Open top = stack.getLast();
            if (!top.rest().hasNext()) {
                stack.removeLast();
                visiting.remove(top.unit().name());
                done.add(top.unit().name());
                order.add(top.unit());
                continue;
            }
            PackageReference reference = top.rest().next();
            UnresolvedPackage dependency = packages.get(reference.name());
            if (visiting.contains(reference.name())) {
                reportCycle(stack, reference);
            } else if (dependency != null) {
                open(dependency, Optional.of(reference), stack, visiting);
            }
        }
    }

    private void open(
            UnresolvedPackage unit, Optional<PackageReference> by, List<Open> stack, Set<PackageName> visiting) {
        if (!done.contains(unit.name())) {
            visiting.add(unit.name());
            stack.add(new Open(unit, by, references(unit).iterator()));
        }
    }

    /** @param closing the reference that leads from the top of the stack to a package in it */
    private void reportCycle(List<Open> stack, PackageReference closing) {
        Diagnostic diagnostic;
        if (stack.getLast().unit().name().equals(closing.name())) {
            diagnostic = Diagnostic.error(
                            Problem.PACKAGE_CYCLE.id(),
                            "package `" + closing.name() + "` refers to itself by its full name",
                            closing.span())
                    .withHint("leave the package out: items of the same package go by their own name");
        } else {
            int first = 0;
            while (!stack.get(first).unit().name().equals(closing.name())) {
                first++;
            }
            PackageReference opening = stack.get(first + 1).by().orElse(closing);
            diagnostic = Diagnostic.error(
                            Problem.PACKAGE_CYCLE.id(),
                            "package `" + closing.name() + "` uses `" + opening.name() + "`, which comes back to it",
                            opening.span())
                    .withLabel(closing.span(), "here it comes back");
        }
        diagnostics.report(diagnostic);
    }

    /** The packages that a package uses, each where it does so first. */
    private static List<PackageReference> references(UnresolvedPackage unit) {
        Map<PackageName, PackageReference> references = new LinkedHashMap<>();
        for (List<Item> file : unit.files()) {
            for (Paths.Occurrence occurrence : Paths.of(file)) {
                occurrence
                        .path()
                        .inPackage()
                        .ifPresent(reference -> references.putIfAbsent(reference.name(), reference));
            }
        }
        return List.copyOf(references.values());
    }
}
