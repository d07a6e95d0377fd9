package dev.wasmledger.component.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scripts of {@code wast-manifests}: JSON lists of commands, with a binary beside them for each. */
public final class Manifests {

    /**
     * A command about one binary.
     *
     * @param type {@code module}, {@code assert_invalid} and so on
     * @param file the binary
     * @param manifest of its script
     * @param name of the case: script and line
     * @param text what the reference says of it, empty for a component that it accepts
     */
    public record Command(String type, Path file, Path manifest, String name, String text) {}

    private Manifests() {}

    /** The commands of all scripts that are about a binary and have one of these types. */
    public static List<Command> commands(String... types) {
        Path suite = Corpus.suite("wast-manifests");
        List<Command> commands = new ArrayList<>();
        for (Path manifest : Corpus.files(suite, ".json")) {
            for (JsonNode node : read(manifest).get("commands")) {
                if (List.of(types).contains(node.get("type").asText())
                        && node.path("module_type").asText().equals("binary")) {
                    commands.add(new Command(
                            node.get("type").asText(),
                            manifest.resolveSibling(node.get("filename").asText()),
                            manifest,
                            suite.relativize(manifest) + ":" + node.get("line").asInt(),
                            node.path("text").asText()));
                }
            }
        }
        return commands;
    }

    private static JsonNode read(Path manifest) {
        try {
            return new ObjectMapper().readTree(manifest.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
