package dev.wasmledger.bindgen;

import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder of generated files. It keeps a list of those that it wrote, in a file of its own, so that what is no longer
 * generated goes away and what somebody else put there stays.
 */
public final class OutputDirectory {

    /** The list of the files that were written here, one path a line. */
    private static final String MANIFEST = ".wasmledger-bindgen";

    private final Path directory;

    public OutputDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * What writing came to.
     *
     * @param written new or changed files
     * @param unchanged files that were as they should be, and were not touched
     * @param deleted files of an earlier run that are not generated any more
     */
    public record Report(List<Path> written, List<Path> unchanged, List<Path> deleted) {}

    /**
     * Brings the folder in line with these files. A file that has the right content already is not touched, so that
     * builds see no change.
     *
     * @throws DiagnosticException if a file is in the way that was not written by this class ({@code BND0002}), or the
     *     folder cannot be written ({@code BND0003}); in the first case nothing was written
     */
    public Report write(List<GeneratedFile> files) {
        try {
            Set<String> ours = manifest();
            refuseOthers(files, ours);
            return update(files, ours);
        } catch (IOException | UncheckedIOException failed) {
            throw cannotWrite(failed);
        }
    }

    /**
     * Finds out whether {@link #write} would be refused, for those who have several folders to write.
     *
     * @throws DiagnosticException as {@link #write}
     */
    public void check(List<GeneratedFile> files) {
        try {
            refuseOthers(files, manifest());
        } catch (IOException | UncheckedIOException failed) {
            throw cannotWrite(failed);
        }
    }

    private Set<String> manifest() throws IOException {
        Path file = directory.resolve(MANIFEST);
        return Files.exists(file) ? new LinkedHashSet<>(Files.readAllLines(file)) : Set.of();
    }

    private void refuseOthers(List<GeneratedFile> files, Set<String> ours) throws IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Set<Path> noFolders = new LinkedHashSet<>();
        for (GeneratedFile file : files) {
            Path path = directory.resolve(file.path());
            if (Files.exists(path) && !ours.contains(file.path()) && !hasContent(path, file.content())) {
                diagnostics.add(inTheWay(path));
            }
            for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
                if (Files.exists(folder)) {
                    if (!Files.isDirectory(folder)
                            && !ours.contains(directory.relativize(folder).toString())
                            && noFolders.add(folder)) {
                        diagnostics.add(inTheWay(folder));
                    }
                    break;
                }
            }
        }
        if (!diagnostics.isEmpty()) {
            throw new DiagnosticException(diagnostics);
        }
    }

    private static Diagnostic inTheWay(Path path) {
        return Diagnostic.error(
                        "BND0002", "this file was not generated and is in the way", new WholeFile(path.toString()))
                .withHint("move it, or generate into another folder");
    }

    /**
     * Writes files that are the user's from then on: those that are there are left as they are.
     *
     * @return those that were written
     * @throws DiagnosticException if the folder cannot be written ({@code BND0003})
     */
    public List<Path> writeMissing(List<GeneratedFile> files) {
        List<Path> written = new ArrayList<>();
        try {
            for (GeneratedFile file : files) {
                Path path = directory.resolve(file.path());
                if (!Files.exists(path)) {
                    replace(path, file.content());
                    written.add(path);
                }
            }
        } catch (IOException | UncheckedIOException failed) {
            throw cannotWrite(failed);
        }
        return List.copyOf(written);
    }

    private DiagnosticException cannotWrite(Exception failed) {
        return new DiagnosticException(Diagnostic.error(
                "BND0003", "cannot write here: " + failed.getMessage(), new WholeFile(directory.toString())));
    }

    private Report update(List<GeneratedFile> files, Set<String> ours) throws IOException {
        Set<String> wanted = new TreeSet<>();
        files.forEach(file -> wanted.add(file.path()));
        // First the list of all that was and will be written: an interrupted run leaves no file that nobody owns.
        Set<String> all = new TreeSet<>(ours);
        all.addAll(wanted);
        writeManifest(all);
        List<Path> written = new ArrayList<>();
        List<Path> unchanged = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = directory.resolve(file.path());
            if (hasContent(path, file.content())) {
                unchanged.add(path);
            } else {
                replace(path, file.content());
                written.add(path);
            }
        }
        List<Path> deleted = new ArrayList<>();
        for (String old : ours) {
            if (!wanted.contains(old)) {
                delete(directory.resolve(old)).ifPresent(deleted::add);
            }
        }
        writeManifest(wanted);
        return new Report(List.copyOf(written), List.copyOf(unchanged), List.copyOf(deleted));
    }

    private void writeManifest(Set<String> paths) throws IOException {
        String content = paths.isEmpty() ? "" : String.join("\n", paths) + "\n";
        Path file = directory.resolve(MANIFEST);
        if (!hasContent(file, content)) {
            replace(file, content);
        }
    }

    private static boolean hasContent(Path path, String content) throws IOException {
        try {
            return Files.isRegularFile(path) && Files.readString(path).equals(content);
        } catch (java.nio.charset.MalformedInputException binary) {
            return false;
        }
    }

    private static void replace(Path path, String content) throws IOException {
        Path folder = Optional.ofNullable(path.getParent()).orElseThrow();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".wasmledger", ".tmp");
        try {
            Files.writeString(temporary, content);
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Deletes a file, and the folders above it that are empty then. */
    private Optional<Path> delete(Path path) throws IOException {
        if (!path.normalize().startsWith(directory.normalize())) {
            return Optional.empty();
        }
        boolean deleted = Files.deleteIfExists(path);
        for (Path folder = path.getParent(); folder != null && !folder.equals(directory); folder = folder.getParent()) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException stop) {
                break;
            }
        }
        return deleted ? Optional.of(path) : Optional.empty();
    }
}
