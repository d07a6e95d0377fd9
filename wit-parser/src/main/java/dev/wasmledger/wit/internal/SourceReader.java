package dev.wasmledger.wit.internal;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.SourceFile;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds and reads WIT files as users lay them out. (WIT.md, "Filesystem structure".) */
public final class SourceReader {

    /** Where a jar carries WIT packages. */
    public static final String RESOURCE_FOLDER = "META-INF/wit";

    private final Diagnostics diagnostics;
    private final BinaryPackages binaries;
    private final SearchedPlaces searched = new SearchedPlaces();
    private int filesRead;
    private long bytesRead;

    public SourceReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.binaries = new BinaryPackages(diagnostics);
    }

    /**
     * What one path holds.
     *
     * @param main the file itself, the files directly in the folder, or the packages of a jar or a folder of them; empty
     *     where there are none, which is reported
     * @param dependencies what lies in the folder's {@code deps}, or what a package in binary form says of others
     */
    public record Root(List<SourceGroup> main, List<SourceGroup> dependencies) {}

    /** Where packages were looked for up to now. */
    public SearchedPlaces searched() {
        return searched;
    }

    /** A file, a folder with its {@code deps}, a jar, or a folder with packages as a jar has it. */
    public Root readRoot(Path path) {
        if (isJar(path)) {
            return readRootJar(path);
        }
        if (!Files.isDirectory(path)) {
            searched.addFile(path);
            List<SourceGroup> groups = readSingle(path);
            return new Root(
                    groups.stream().limit(1).toList(), groups.stream().skip(1).toList());
        }
        if (holdsPackages(path)) {
            searched.add(path);
            return new Root(readPackages(path), List.of());
        }
        searched.addFolder(path);
        Optional<SourceGroup> main = readFolder(path);
        if (main.isEmpty()) {
            diagnostics.error(Problem.UNREADABLE, whole(path), "there is no .wit file in this folder");
        }
        Path deps = path.resolve("deps");
        return new Root(main.stream().toList(), Files.isDirectory(deps) ? readDependencies(deps) : List.of());
    }

    private Root readRootJar(Path jar) {
        int before = diagnostics.count();
        List<SourceGroup> packages = readJar(jar);
        if (packages.isEmpty() && diagnostics.count() == before) {
            diagnostics.error(Problem.UNREADABLE, whole(jar), "this jar carries no WIT package in " + RESOURCE_FOLDER);
        }
        return new Root(packages, List.of());
    }

    /** A jar, a package's own folder or file, or a folder that holds one package a folder. */
    public List<SourceGroup> readLibrary(Path path) {
        if (!Files.isDirectory(path) && !isPackageFile(path)) {
            return readJar(path);
        }
        boolean isPackage = !Files.isDirectory(path) || holdsWit(path);
        if (!isPackage) {
            searched.add(path);
            return readPackages(path);
        }
        Root root = readRoot(path);
        return Stream.concat(root.main().stream(), root.dependencies().stream()).toList();
    }

    /** A folder that holds one package a folder, as {@code META-INF/wit} of a jar does. */
    private List<SourceGroup> readPackages(Path folder) {
        List<SourceGroup> groups = new ArrayList<>();
        for (Path entry : list(folder)) {
            if (Files.isDirectory(entry)) {
                readFolder(entry).ifPresent(groups::add);
            } else if (isPackageFile(entry)) {
                groups.addAll(readSingle(entry));
            }
        }
        return groups;
    }

    /** The packages that a jar carries. */
    private List<SourceGroup> readJar(Path jar) {
        searched.add(jar);
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            Path folder = files.getPath(RESOURCE_FOLDER);
            return Files.isDirectory(folder) ? readPackages(folder) : List.of();
        } catch (IOException | ProviderNotFoundException failed) {
            unreadable(jar, failed);
            return List.of();
        }
    }

    /** The packages that a class loader sees; each jar and folder once, in the loader's order. */
    public List<SourceGroup> readClasspath(ClassLoader loader) {
        Set<Path> jarsAndFolders = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(RESOURCE_FOLDER))) {
                jarsAndFolders.add(
                        url.openConnection() instanceof JarURLConnection jar
                                ? Path.of(jar.getJarFileURL().toURI())
                                : Path.of(url.toURI()));
            }
        } catch (IOException | URISyntaxException failed) {
            throw new IllegalStateException("the class path cannot be searched for " + RESOURCE_FOLDER, failed);
        }
        return jarsAndFolders.stream()
                .flatMap(found -> (Files.isDirectory(found) ? readClassFolder(found) : readJar(found)).stream())
                .toList();
    }

    private List<SourceGroup> readClassFolder(Path packages) {
        searched.add(packages);
        return readPackages(packages);
    }

    /** A dependency is a folder, whose own {@code deps} do not count, or a file. */
    private List<SourceGroup> readDependencies(Path deps) {
        for (Path entry : list(deps)) {
            String name = entry.getFileName().toString();
            if (!Files.isDirectory(entry) && name.endsWith(".wat")) {
                diagnostics.report(Diagnostic.error(
                                Problem.UNREADABLE.id(),
                                "WIT packages as WebAssembly text cannot be read",
                                whole(entry))
                        .withHint("put the package's .wit files there instead, or its binary form"));
            }
        }
        return readPackages(deps);
    }

    /** A file of text, or a package in binary form with what it says of others. */
    private List<SourceGroup> readSingle(Path file) {
        Optional<byte[]> content = read(file);
        if (content.isPresent() && BinaryPackages.isWasm(content.get())) {
            return binaries.read(whole(file), content.get());
        }
        return content.flatMap(bytes -> text(file, bytes)).stream()
                .map(source -> new SourceGroup(source.span(0, 0), List.of(source), SourceGroup.Origin.TEXT))
                .toList();
    }

    private Optional<SourceGroup> readFolder(Path folder) {
        List<SourceFile> files = new ArrayList<>();
        for (Path entry : list(folder)) {
            if (isWit(entry) && !Files.isDirectory(entry)) {
                read(entry).flatMap(bytes -> text(entry, bytes)).ifPresent(files::add);
            }
        }
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceGroup(whole(folder), files, SourceGroup.Origin.TEXT));
    }

    private List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException failed) {
            unreadable(folder, failed);
            return List.of();
        }
    }

    private Optional<byte[]> read(Path file) {
        if (++filesRead > Limits.MAX_FILES) {
            diagnostics.error(Problem.TOO_LARGE, whole(file), "there are more than " + Limits.MAX_FILES + " files");
            return Optional.empty();
        }
        try {
            long size = Files.size(file);
            bytesRead += size;
            if (bytesRead > Limits.MAX_TOTAL_BYTES) {
                diagnostics.error(
                        Problem.TOO_LARGE,
                        whole(file),
                        "with this file there are more than " + Limits.MAX_TOTAL_BYTES + " bytes of WIT");
                return Optional.empty();
            }
            if (size > Limits.MAX_FILE_BYTES) {
                diagnostics.error(
                        Problem.TOO_LARGE, whole(file), "the file is larger than " + Limits.MAX_FILE_BYTES + " bytes");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException failed) {
            unreadable(file, failed);
            return Optional.empty();
        }
    }

    private Optional<SourceFile> text(Path file, byte[] content) {
        try {
            return Optional.of(new SourceFile(name(file), decode(content)));
        } catch (CharacterCodingException wrong) {
            diagnostics.error(Problem.UNREADABLE, whole(file), "the file is not UTF-8 text");
            return Optional.empty();
        }
    }

    /** Strict UTF-8; a byte order mark is no part of the text. */
    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void unreadable(Path path, Exception failed) {
        boolean missing = !Files.exists(path);
        diagnostics.error(
                Problem.UNREADABLE,
                whole(path),
                missing ? "there is no such file or folder" : "this cannot be read: " + failed.getMessage());
    }

    private static WholeFile whole(Path path) {
        return new WholeFile(name(path));
    }

    /** A path inside a jar says which jar. */
    static String name(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault())
                ? path.toString()
                : path.toUri().toString();
    }

    /** Whether a folder holds a package's text itself. */
    static boolean holdsWit(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(SourceReader::isWit);
        } catch (IOException unreadable) {
            // That is a diagnostic of its own where the folder is read.
            return false;
        }
    }

    /** Whether a folder is no package itself, but holds a folder for each of several, as {@link #RESOURCE_FOLDER}. */
    private static boolean holdsPackages(Path folder) {
        if (holdsWit(folder) || Files.isDirectory(folder.resolve("deps"))) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(entry -> Files.isDirectory(entry) && holdsWit(entry));
        } catch (IOException unreadable) {
            // That is a diagnostic of its own where the folder is read.
            return false;
        }
    }

    private static boolean isJar(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return (name.endsWith(".jar") || name.endsWith(".zip")) && Files.isRegularFile(path);
    }

    private static boolean isPackageFile(Path path) {
        return isWit(path) || path.getFileName().toString().endsWith(".wasm");
    }

    private static boolean isWit(Path path) {
        return path.getFileName().toString().endsWith(".wit");
    }
}
