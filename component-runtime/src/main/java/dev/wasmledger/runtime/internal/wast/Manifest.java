package dev.wasmledger.runtime.internal.wast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of a script, in their order. */
public record Manifest(Path file, List<Entry> entries) {

    /** A command, where it stands in the script, and what the manifest calls it. */
    record Entry(int line, String type, Command command) {}

    public Manifest {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException if the file is none
     */
    public static Manifest read(Path file) throws IOException {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(ScriptFile.read(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is no manifest of a script: " + e.getOriginalMessage());
        }
        JsonNode commands = root.path("commands");
        if (!commands.isArray()) {
            throw new IllegalArgumentException(file + " is no manifest of a script: it has no list of commands");
        }
        var entries = new ArrayList<Entry>();
        for (JsonNode node : commands) {
            String type = text(node, "type");
            entries.add(new Entry(node.path("line").asInt(), type, command(type, node)));
        }
        return new Manifest(file, entries);
    }

    /** Whether the file looks like a manifest: other JSON may lie among them. */
    public static boolean isManifest(Path file) {
        try {
            return new ObjectMapper()
                    .readTree(ScriptFile.read(file))
                    .path("commands")
                    .isArray();
        } catch (IOException e) {
            return false;
        }
    }

    private static Command command(String type, JsonNode node) {
        if (text(node, "module_type").equals("text")) {
            return new Command.Unjudged("a text, which only a parser of the text form can judge");
        }
        String file = text(node, "filename");
        return switch (type) {
            case "module" -> new Command.Module(text(node, "name"), file);
            case "module_definition" -> new Command.Definition(text(node, "name"), file);
            case "module_instance" -> new Command.Instantiation(text(node, "instance"), text(node, "module"));
            case "action" -> new Command.Call(action(node));
            case "assert_return" -> new Command.Returns(action(node), list(node.path("expected")));
            case "assert_trap" ->
                node.has("action")
                        ? new Command.Traps(action(node), text(node, "text"))
                        : new Command.TrapsAtInstantiation(file, text(node, "text"));
            case "assert_uninstantiable" -> new Command.TrapsAtInstantiation(file, text(node, "text"));
            case "assert_unlinkable" -> new Command.Unlinkable(file);
            case "assert_invalid", "assert_malformed" -> new Command.Rejected(file, text(node, "text"));
            default -> new Command.Unjudged("the command " + type + ", which this runner has not");
        };
    }

    private static Command.Action action(JsonNode command) {
        JsonNode action = command.path("action");
        return new Command.Action(text(action, "module"), text(action, "field"), list(action.path("args")));
    }

    private static List<JsonNode> list(JsonNode nodes) {
        var list = new ArrayList<JsonNode>();
        nodes.forEach(list::add);
        return list;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
