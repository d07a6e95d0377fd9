package dev.wasmledger.benchmarks;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitLoader;
import dev.wasmledger.wit.WitPrinter;
import dev.wasmledger.wit.WorldId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All of WASI, 0.2 and 0.3: each package that somebody starts from with all that it uses, as one text.
 *
 * @param folder where each text lies as {@code NAME.wit} beside {@code NAME.world}, the full name of a world in it
 */
record WasiTexts(Path folder, List<Text> texts) {

    /** A text, and the full name of a world in it. */
    record Text(String wit, String world) {}

    /**
     * Makes the texts of the folder {@code wasi-wit} of the conformance data, in a process of its own: in this one nothing
     * is to be parsed before it is measured.
     */
    static WasiTexts prepare() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wasi-wit");
        Path source = Path.of(System.getProperty("conformance.dir", "../shared/conformance"), "wasi-wit");
        int exitCode = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WasiTexts.class.getName(),
                        source.toString(),
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("the texts cannot be made of " + source);
        }
        List<Text> texts = new ArrayList<>();
        for (Path file : list(folder).filter(WasiTexts::isWit).toList()) {
            Path world = folder.resolve(file.getFileName().toString().replace(".wit", ".world"));
            texts.add(new Text(Files.readString(file), Files.readString(world)));
        }
        return new WasiTexts(folder, List.copyOf(texts));
    }

    /** Writes the texts: arguments are the folder to read and the one to write to. */
    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        List<Path> roots = roots(source);
        // The proposals lie side by side instead of in each other's `deps`.
        List<Path> proposals = roots.stream()
                .filter(root -> root.startsWith(source.resolve("proposals")))
                .toList();
        for (int i = 0; i < roots.size(); i++) {
            var loader = new WitLoader().allFeatures();
            if (proposals.contains(roots.get(i))) {
                proposals.forEach(loader::library);
            }
            ResolvedWit wit = loader.path(roots.get(i)).load().orThrow();
            String world = wit.worldName(new WorldId(wit.worlds().size() - 1));
            Files.writeString(folder.resolve(i + ".wit"), new WitPrinter(wit).printAll());
            Files.writeString(folder.resolve(i + ".world"), world);
        }
    }

    /** Parses and resolves each of them; how much the worlds import and export. */
    int resolveAll() {
        int found = 0;
        for (Text text : texts) {
            ResolvedWit wit =
                    new WitLoader().text("wasi.wit", text.wit()).load().orThrow();
            var world = wit.get(wit.findWorld(text.world()).orElseThrow());
            found += world.imports().size() + world.exports().size();
        }
        return found;
    }

    /** The folders that hold WIT and are no dependency of another one. */
    private static List<Path> roots(Path source) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            return paths.filter(Files::isDirectory)
                    .filter(path -> !path.toString().contains("/deps"))
                    .filter(path -> list(path).anyMatch(WasiTexts::isWit))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isWit(Path path) {
        return path.toString().endsWith(".wit");
    }
}
