package dev.wasmledger.integration;

import dev.wasmledger.component.wit.ComponentTypeSection;
import dev.wasmledger.component.wit.StringEncoding;
import dev.wasmledger.composer.Componentizer;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the project's own files lie, seen from this module's tests. */
final class ProjectFiles {

    private static final Pattern WIT_BLOCK = Pattern.compile("(?ms)^```wit\n(.*?)^```$");
    private static final Pattern JSON_BLOCK = Pattern.compile("(?ms)^```json\n(.*?)^```$");

    private ProjectFiles() {}

    /** The checkout's root. */
    static Path root() {
        return Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
    }

    /** The command as one jar, which the module before this one has packaged. */
    static Path commandJar() {
        return root().resolve("cli/target/wasmledger.jar");
    }

    /** Copies a sample's own files, without what a run has left in it, and gives the copy's folder. */
    static Path copySample(String name, Path into) {
        Path source = root().resolve("samples").resolve(name);
        Path copy = into.resolve(name);
        try (Stream<Path> files = Files.list(source)) {
            Files.createDirectories(copy);
            for (Path file : files.filter(ProjectFiles::isSource).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /**
     * Writes {@code shop.wasm}, the component of the examples, with what it is made of: {@code shop.wit}, {@code core.wasm}
     * and, with its world in it, {@code shop.core.wasm}.
     */
    static void writeShop(Path folder) throws IOException {
        Path source = root().resolve("cli/src/test/resources/invoke");
        ResolvedWit wit =
                new WitLoader().path(source.resolve("shop.wit")).load().orThrow();
        byte[] module = HexFormat.of()
                .parseHex(Files.readAllLines(source.resolve("shop.core.hex")).stream()
                        .map(line -> line.replaceFirst("\\s*;;.*", ""))
                        .collect(Collectors.joining()));
        WorldId world = wit.findWorld("shop").orElseThrow();
        Files.copy(source.resolve("shop.wit"), folder.resolve("shop.wit"));
        Files.write(folder.resolve("core.wasm"), module);
        Files.write(
                folder.resolve("shop.core.wasm"),
                ComponentTypeSection.of(wit, world, StringEncoding.UTF8).embedIn("core.wasm", module));
        Files.write(folder.resolve("shop.wasm"), Componentizer.componentize("shop", module, wit, world));
    }

    /** Writes the script that docs/wast.md shows, with what it runs, into a folder. */
    static void writeDocumentedScript(Path folder) throws IOException {
        Matcher block = JSON_BLOCK.matcher(Files.readString(root().resolve("docs/wast.md")));
        if (!block.find()) {
            throw new IllegalStateException("docs/wast.md shows no script");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("shop.json"), block.group(1));
        writeShop(folder);
    }

    /** Writes the package that docs/wit.md shows into a folder, as its readers would. */
    static void writeDocumentedWit(Path folder) throws IOException {
        Matcher block = WIT_BLOCK.matcher(Files.readString(root().resolve("docs/wit.md")));
        if (!block.find()) {
            throw new IllegalStateException("docs/wit.md shows no WIT");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("shop.wit"), block.group(1));
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.equals("ledger.wasm") && !name.equals("ledger.lock");
    }
}
