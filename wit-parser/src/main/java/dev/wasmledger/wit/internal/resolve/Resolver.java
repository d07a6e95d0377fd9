package dev.wasmledger.wit.internal.resolve;

import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.PackageName;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.diagnostic.WholeFile;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.Problem;
import dev.wasmledger.wit.internal.SearchedPlaces;
import dev.wasmledger.wit.internal.SourceReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves packages into one model, group by group: what came before is known to what comes after. */
public final class Resolver {

    private final Set<String> features;
    private final boolean allFeatures;
    private final SearchedPlaces searched;
    private final Diagnostics diagnostics;
    private final ModelBuilder model = new ModelBuilder();
    /** Packages with errors in them, and missing ones: that something is missing there is not said again elsewhere. */
    private final Set<PackageName> broken = new HashSet<>();

    private final Map<PackageName, UnresolvedPackage> resolved = new HashMap<>();
    private final Set<PackageName> names = new LinkedHashSet<>();
    private boolean incomplete;

    public Resolver(Set<String> features, boolean allFeatures, SearchedPlaces searched, Diagnostics diagnostics) {
        this.features = Set.copyOf(features);
        this.allFeatures = allFeatures;
        this.searched = searched;
        this.diagnostics = diagnostics;
    }

    /** Says that some package could not be read: none that is missing is reported from here on. */
    public void markIncomplete() {
        incomplete = true;
    }

    /** Reports that the package to start from is not there. */
    public void reportUnknownRoot(PackageName wanted) {
        if (!incomplete && !broken.contains(wanted)) {
            var place = new WholeFile(SourceReader.RESOURCE_FOLDER);
            diagnostics.report(PathResolver.packageNotFound(wanted, List.copyOf(names), searched, place));
        }
    }

    /** Resolves packages that may use each other, and those before them. */
    public void resolve(List<UnresolvedPackage> packages) {
        int atStart = diagnostics.count();
        List<UnresolvedPackage> ordered = PackageOrder.of(packages, diagnostics);
        if (diagnostics.count() > atStart) {
            markIncomplete();
        }
        ordered.forEach(unit -> names.add(unit.name()));
        for (UnresolvedPackage unit : ordered) {
            UnresolvedPackage known = resolved.putIfAbsent(unit.name(), unit);
            if (known != null) {
                PackageOrder.reportUnlessSame(known, unit, diagnostics);
                continue;
            }
            int errors = diagnostics.count();
            var gates = new Gates(
                    unit.name(), features, allFeatures || unit.origin().isBinary(), diagnostics);
            var before = new KnownPackages(model, unit.name(), names, broken, incomplete, searched);
            try {
                new PackageResolver(unit, before, gates, diagnostics).resolve();
            } catch (LimitException tooLarge) {
                diagnostics.error(Problem.TOO_LARGE, tooLarge.place(), String.valueOf(tooLarge.getMessage()));
                markIncomplete();
                return;
            }
            if (diagnostics.count() > errors) {
                broken.add(unit.name());
            }
        }
    }

    /** Whether a package of that name is there. */
    public boolean knows(PackageName name) {
        return model.findPackage(name).isPresent();
    }

    /** The model of all packages, if there were no errors. */
    public ResolvedWit model(PackageName root) {
        PackageId id = model.findPackage(root).orElseThrow();
        return model.build(id);
    }
}
