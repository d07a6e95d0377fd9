package dev.wasmledger.composer.internal.store;

import dev.wasmledger.composer.ComponentReference.PackageId;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Components that lie on the class path, one resource each: {@code <root>/<namespace>/<name>/<version>.wasm}. */
public final class ShippedComponents {

    private static final String ROOT = "META-INF/wasmledger/components/";
    private static final String SUFFIX = ".wasm";

    private final ClassLoader loader;

    public ShippedComponents(ClassLoader loader) {
        this.loader = loader;
    }

    /** The component's bytes, if it is shipped. */
    public Optional<InputStream> open(PackageId id) {
        String resource = ROOT + id.namespace() + "/" + id.name() + "/" + id.version() + SUFFIX;
        return Optional.ofNullable(loader.getResourceAsStream(resource));
    }

    /** The ids of all that is shipped, in alphabetical order. */
    public SortedSet<String> ids() throws IOException {
        var ids = new TreeSet<String>();
        for (URL folder : Collections.list(loader.getResources(ROOT))) {
            if (folder.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                try (var jar = connection.getJarFile();
                        var names = jar.stream().map(entry -> entry.getName())) {
                    addIds(names.filter(name -> name.startsWith(ROOT)), ids);
                }
            } else if (folder.getProtocol().equals("file")) {
                Path root = Path.of(URI.create(folder.toString()));
                try (Stream<Path> files = Files.walk(root)) {
                    addIds(
                            files.map(file ->
                                    ROOT + root.relativize(file).toString().replace('\\', '/')),
                            ids);
                }
            }
        }
        return ids;
    }

    private static void addIds(Stream<String> resources, SortedSet<String> ids) {
        resources
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(ROOT.length(), name.length() - SUFFIX.length())
                        .split("/", -1))
                .filter(parts -> parts.length == 3)
                .forEach(parts -> ids.add(parts[0] + ":" + parts[1] + "@" + parts[2]));
    }
}
