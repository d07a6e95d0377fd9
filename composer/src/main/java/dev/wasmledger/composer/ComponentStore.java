package dev.wasmledger.composer;

import dev.wasmledger.composer.ComponentReference.MavenArtifact;
import dev.wasmledger.composer.ComponentReference.PackageId;
import dev.wasmledger.composer.ComponentReference.RelativePath;
import dev.wasmledger.composer.internal.store.ShippedComponents;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.NearestName;
import dev.wasmledger.wit.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Finds the bytes of the component that a {@link ComponentReference} names: among the components shipped on the class
 * path ({@code META-INF/wasmledger/components/<namespace>/<name>/<version>.wasm}), in the local Maven repository, or in a
 * folder.
 */
public final class ComponentStore {

    private final ShippedComponents shipped;
    private final Path mavenRepository;

    /**
     * A store.
     *
     * @param loader sees the shipped components
     * @param mavenRepository the folder of the local Maven repository; need not exist
     */
    public ComponentStore(ClassLoader loader, Path mavenRepository) {
        this.shipped = new ShippedComponents(loader);
        this.mavenRepository = mavenRepository;
    }

    /**
     * What is shipped with this program, and the user's Maven repository: where the system property
     * {@code maven.repo.local} says, else {@code ~/.m2/repository}.
     */
    public static ComponentStore standard() {
        String repository = System.getProperty("maven.repo.local");
        return new ComponentStore(
                ComponentStore.class.getClassLoader(),
                repository != null
                        ? Path.of(repository)
                        : Path.of(System.getProperty("user.home"), ".m2", "repository"));
    }

    /**
     * The component's bytes.
     *
     * @param folder what a relative path is relative to
     * @param place where the component is named, for the diagnostic
     * @throws DiagnosticException if there is no such component, or it cannot be read
     */
    public byte[] read(ComponentReference reference, Path folder, Place place) {
        try {
            return switch (reference) {
                case PackageId id -> readShipped(id, place);
                case MavenArtifact artifact ->
                    readFile(
                            artifactFile(artifact),
                            place,
                            Optional.of("`mvn dependency:get -Dartifact=" + artifact.group() + ":" + artifact.artifact()
                                    + ":" + artifact.version() + ":wasm` brings it there"));
                case RelativePath(String text) -> readFile(folder.resolve(text).normalize(), place, Optional.empty());
            };
        } catch (IOException | InvalidPathException e) {
            throw new DiagnosticException(
                    Diagnostic.error("COMPOSE0203", "cannot read " + reference.text() + ": " + e.getMessage(), place));
        }
    }

    private byte[] readShipped(PackageId id, Place place) throws IOException {
        Optional<InputStream> resource = shipped.open(id);
        if (resource.isEmpty()) {
            SortedSet<String> known = shipped.ids();
            String hint = NearestName.of(id.text(), known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse(known.isEmpty() ? "none is shipped" : "shipped are " + String.join(", ", known));
            throw new DiagnosticException(
                    Diagnostic.error("COMPOSE0201", "no component " + id.text() + " is shipped", place)
                            .withHint(hint));
        }
        try (InputStream in = resource.get()) {
            return bounded(in, place, id.text());
        }
    }

    private byte[] readFile(Path file, Place place, Optional<String> hint) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DiagnosticException(Diagnostic.error("COMPOSE0202", "there is no file " + file, place)
                    .withHint(hint));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, place, file.toString());
        }
    }

    private static byte[] bounded(InputStream in, Place place, String name) throws IOException {
        byte[] bytes = in.readNBytes(Limits.COMPONENT_BYTES + 1);
        if (bytes.length > Limits.COMPONENT_BYTES) {
            throw new DiagnosticException(Diagnostic.error(
                    "COMPOSE0203", name + " is larger than " + Limits.COMPONENT_BYTES + " bytes", place));
        }
        return bytes;
    }

    private Path artifactFile(MavenArtifact artifact) {
        return mavenRepository
                .resolve(artifact.group().replace('.', '/'))
                .resolve(artifact.artifact())
                .resolve(artifact.version())
                .resolve(artifact.artifact() + "-" + artifact.version() + ".wasm");
    }
}
