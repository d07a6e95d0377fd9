package dev.wasmledger.wit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where packages were looked for, and where some lie that nobody looks for: to say of a package that is missing. */
public final class SearchedPlaces {

    private static final String DEPS = "deps";

    /** What other tools, and people, call the folder {@code deps}. */
    private static final List<String> OTHER_NAMES = List.of("dep", "dependencies", "wit-deps", "wit_deps", "vendor");

    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> misplaced = new LinkedHashSet<>();

    /** In the order in which they were searched. */
    public List<String> places() {
        return List.copyOf(places);
    }

    /** What is wrong with where files lie, a sentence each. */
    public List<String> misplaced() {
        return List.copyOf(misplaced);
    }

    void add(Path place) {
        places.add(SourceReader.name(place));
    }

    /** A file was given: it may hold nested packages, and nothing beside it is read. */
    void addFile(Path file) {
        places.add(SourceReader.name(file) + " (of a folder, its `deps` too)");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder.resolve(DEPS))) {
            Path beside = file.resolveSibling(DEPS);
            misplaced.add("`" + SourceReader.name(beside)
                    + "` is not read, because a file was given: give the folder that both lie in");
        }
    }

    /** A folder was given: what it uses lies in its {@code deps}. */
    void addFolder(Path folder) {
        Path deps = folder.resolve(DEPS);
        if (Files.isDirectory(deps)) {
            add(deps);
            folders(deps).forEach(this::checkDependency);
            return;
        }
        places.add(SourceReader.name(deps) + " (there is no such folder)");
        for (String name : OTHER_NAMES) {
            if (Files.isDirectory(folder.resolve(name))) {
                misplaced.add("`" + SourceReader.name(folder.resolve(name)) + "` is not read: its name must be `deps`");
            }
        }
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent != null && folders(parent).stream().anyMatch(sibling -> isOtherPackage(sibling, folder))) {
            misplaced.add("packages beside `" + SourceReader.name(folder)
                    + "` are not read: give the folder that holds them all, or put them into its `deps`");
        }
        if (parent != null && Files.isDirectory(parent.resolve(DEPS))) {
            misplaced.add(
                    "`" + SourceReader.name(folder.resolve("..").resolve(DEPS).normalize())
                            + "` is not read: `deps` must lie in `" + SourceReader.name(folder) + "`");
        }
    }

    private static boolean isOtherPackage(Path sibling, Path folder) {
        return !sibling.equals(folder.toAbsolutePath().normalize()) && SourceReader.holdsWit(sibling);
    }

    /** {@code deps} holds a folder for each package, and these hold files: nothing below them is read. */
    private void checkDependency(Path dependency) {
        Path inner = dependency.resolve(DEPS);
        if (Files.isDirectory(inner)) {
            misplaced.add("`" + SourceReader.name(inner) + "` is not read: move its packages up into `"
                    + SourceReader.name(dependency.resolveSibling("")) + "`");
        }
        if (!SourceReader.holdsWit(dependency)) {
            folders(dependency).stream()
                    .filter(folder -> !folder.equals(inner) && SourceReader.holdsWit(folder))
                    .forEach(folder -> misplaced.add("`" + SourceReader.name(folder)
                            + "` is not read: a package's folder must lie in `deps` itself"));
        }
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            // That is a diagnostic of its own where the folder is read.
            return List.of();
        }
    }
}
