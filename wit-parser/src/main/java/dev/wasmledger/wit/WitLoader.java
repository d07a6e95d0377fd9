package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.internal.Diagnostics;
import dev.wasmledger.wit.internal.SourceGroup;
import dev.wasmledger.wit.internal.SourceReader;
import dev.wasmledger.wit.internal.resolve.PackageAssembler;
import dev.wasmledger.wit.internal.resolve.PackageAssembler.Assembled;
import dev.wasmledger.wit.internal.resolve.PackageOrder;
import dev.wasmledger.wit.internal.resolve.Resolver;
import dev.wasmledger.wit.internal.resolve.UnresolvedPackage;
import dev.wasmledger.wit.internal.syntax.SourceParser;
import dev.wasmledger.wit.internal.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads WIT and resolves it.
 *
 * <pre>{@code
 * ResolvedWit wit = new WitLoader().path(Path.of("wit")).load().orThrow();
 * WorldId world = wit.findWorld("engine").orElseThrow();
 * }</pre>
 *
 * <p>What is added last is the root: the package that was asked for. What was added before it are packages that it may
 * use. A loader is used once, by one thread.
 */
public final class WitLoader {

    /** Where a jar carries WIT packages, one folder each. */
    public static final String RESOURCE_FOLDER = SourceReader.RESOURCE_FOLDER;

    private final Diagnostics diagnostics = new Diagnostics();
    private final SourceReader reader = new SourceReader(diagnostics);
    private final List<SourceReader.Root> roots = new ArrayList<>();
    private final List<SourceGroup> library = new ArrayList<>();
    private Set<String> features = Set.of();
    private boolean allFeatures;
    private Optional<PackageName> libraryRoot = Optional.empty();

    /**
     * A file; a folder whose {@code .wit} files make up one package and whose {@code deps} hold what it uses; a jar with
     * {@link #RESOURCE_FOLDER}; or a folder that holds a folder for each package, as that one does. A file may also be a package in binary form, if there is a
     * {@link BinaryWitReader}.
     */
    public WitLoader path(Path path) {
        roots.add(reader.readRoot(path));
        return this;
    }

    /** A file's text, under the name that diagnostics are to call it. */
    public WitLoader text(String name, String text) {
        var file = new SourceFile(name, text);
        var group = new SourceGroup(file.span(0, 0), List.of(file), SourceGroup.Origin.TEXT);
        roots.add(new SourceReader.Root(List.of(group), List.of()));
        return this;
    }

    /**
     * Packages to be used, whatever the order in which they are added.
     *
     * @param path a jar with {@link #RESOURCE_FOLDER}; a package's own folder or file; or a folder with a folder or
     *     file for each package
     */
    public WitLoader library(Path path) {
        library.addAll(reader.readLibrary(path));
        return this;
    }

    /** All packages to be used that the class loader sees under {@link #RESOURCE_FOLDER}. */
    public WitLoader classpath(ClassLoader loader) {
        library.addAll(reader.readClasspath(loader));
        return this;
    }

    /** Turns features on: items {@code @unstable} with one of them are there. */
    public WitLoader features(Set<String> names) {
        features = Set.copyOf(names);
        return this;
    }

    /** Turns every feature on. */
    public WitLoader allFeatures() {
        allFeatures = true;
        return this;
    }

    /**
     * Makes a package of the libraries the only root.
     *
     * @param name with its version, if it has one: {@code wasi:clocks@0.2.0}
     */
    public WitLoader root(String name) {
        libraryRoot = PackageName.parse(name);
        if (libraryRoot.isEmpty()) {
            throw new IllegalArgumentException("no name of a package: " + name);
        }
        return this;
    }

    /**
     * Resolves what was added.
     *
     * @throws IllegalStateException if nothing was added that could be the root
     */
    public WitResult load() {
        if (roots.isEmpty() && libraryRoot.isEmpty()) {
            throw new IllegalStateException("add a path or a text before loading");
        }
        var resolver = new Resolver(features, allFeatures, reader.searched(), diagnostics);
        if (diagnostics.hasErrors()) {
            resolver.markIncomplete();
        }
        resolve(library, resolver);
        List<PackageName> names = new ArrayList<>();
        for (SourceReader.Root next : roots) {
            names.addAll(resolveRoot(next, resolver));
        }
        if (libraryRoot.isPresent()) {
            if (!resolver.knows(libraryRoot.get())) {
                resolver.reportUnknownRoot(libraryRoot.get());
            }
            names = List.of(libraryRoot.get());
        }
        if (diagnostics.hasErrors() || names.isEmpty()) {
            return new WitResult(Optional.empty(), diagnostics.all(), List.of());
        }
        ResolvedWit wit = resolver.model(names.getLast());
        List<PackageId> ids = names.stream()
                .distinct()
                .map(name -> wit.findPackage(name).orElseThrow())
                .toList();
        return new WitResult(Optional.of(wit), diagnostics.all(), ids);
    }

    /** Resolves what one path or text holds; the answer is the packages that were asked for with it. */
    private List<PackageName> resolveRoot(SourceReader.Root root, Resolver resolver) {
        List<UnresolvedPackage> main = resolve(
                Stream.concat(root.main().stream(), root.dependencies().stream())
                        .toList(),
                resolver);
        if (root.main().size() == 1) {
            return main.stream().map(UnresolvedPackage::name).limit(1).toList();
        }
        return PackageOrder.unused(main).stream().map(UnresolvedPackage::name).toList();
    }

    /** Resolves groups that may use each other; the answer is the package of each, those in the same order. */
    private List<UnresolvedPackage> resolve(List<SourceGroup> groups, Resolver resolver) {
        List<UnresolvedPackage> packages = new ArrayList<>();
        List<UnresolvedPackage> main = new ArrayList<>();
        for (SourceGroup group : groups) {
            Optional<Assembled> assembled = assemble(group);
            if (assembled.isEmpty()) {
                resolver.markIncomplete();
                continue;
            }
            packages.addAll(assembled.get().nested());
            assembled.get().main().ifPresent(packages::add);
            assembled.get().main().ifPresent(main::add);
        }
        resolver.resolve(packages);
        return main;
    }

    /** The packages of a group; absent if one of its files cannot be read, because the rest would look wrong then. */
    private Optional<Assembled> assemble(SourceGroup group) {
        List<SyntaxTree> trees = new ArrayList<>();
        for (SourceFile file : group.files()) {
            SourceParser.parse(file, diagnostics).ifPresent(trees::add);
        }
        return trees.size() < group.files().size()
                ? Optional.empty()
                : Optional.of(PackageAssembler.assemble(trees, group, diagnostics));
    }
}
