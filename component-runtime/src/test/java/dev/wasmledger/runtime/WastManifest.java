package dev.wasmledger.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A test script that {@code wasm-tools json-from-wast} turned into JSON, with a binary for each module in it. */
final class WastManifest {

    /** Where we say the same in other words. */
    private static final Map<String, String> OUR_WORDS = Map.of(
            "list content out-of-bounds", "realloc return: beyond end of memory",
            "unaligned pointer", "realloc return: result not aligned",
            "incomplete utf-8 byte sequence", "invalid utf-8 encoding");

    private final Path file;
    private final Execution execution;
    private final Map<String, Component> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private @Nullable Instance latest;

    private WastManifest(Path file, Execution execution) {
        this.file = file;
        this.execution = execution;
    }

    /** What went wrong, one line for each command that failed: {@code line 12: …}. */
    record Outcome(int commands, List<String> failures) {}

    static Outcome run(Path file, Execution execution) throws IOException {
        return new WastManifest(file, execution).run();
    }

    private Outcome run() throws IOException {
        var failures = new ArrayList<String>();
        JsonNode commands = new ObjectMapper().readTree(file.toFile()).get("commands");
        for (JsonNode command : commands) {
            try {
                run(command);
            } catch (RuntimeException | AssertionError | IOException e) {
                failures.add("line " + command.get("line").asInt() + ": "
                        + command.get("type").asText() + ": " + e);
            }
        }
        return new Outcome(commands.size(), failures);
    }

    private void run(JsonNode command) throws IOException {
        switch (command.get("type").asText()) {
            case "module" -> instantiated(command.path("name").asText(""), load(command));
            case "module_definition" -> definitions.put(command.path("name").asText(""), load(command));
            case "module_instance" ->
                instantiated(
                        command.path("instance").asText(""),
                        definitions.get(command.path("module").asText("")));
            case "assert_return" -> {
                List<Val> expected = values(command.path("expected"));
                List<Val> actual = invoke(command.get("action")).stream().toList();
                check(expected.equals(actual), "expected " + expected + ", got " + actual);
            }
            case "assert_trap" -> assertTrap(command);
            case "assert_unlinkable" -> {
                try {
                    new Linker().instantiate(load(command));
                } catch (LinkException e) {
                    return;
                }
                throw new AssertionError("it can be linked");
            }
            // Validation's own tests judge these.
            case "assert_invalid", "assert_malformed" -> {}
            default -> throw new AssertionError("unknown command");
        }
    }

    private void assertTrap(JsonNode command) throws IOException {
        String text = command.get("text").asText().replace("wasm trap: ", "");
        try {
            if (command.has("action")) {
                invoke(command.get("action"));
            } else {
                new Linker().instantiate(load(command));
            }
        } catch (Trap trap) {
            check(
                    trap.getMessage().contains(text) || trap.getMessage().contains(OUR_WORDS.getOrDefault(text, text)),
                    "expected a trap with '" + text + "', got " + trap.getMessage());
            return;
        }
        throw new AssertionError("expected a trap with '" + text + "', got none");
    }

    private Optional<Val> invoke(JsonNode action) {
        Instance instance =
                action.has("module") ? instances.get(action.get("module").asText()) : latest;
        check(instance != null, "no instance");
        String field = action.get("field").asText();
        return instance.function(field)
                .orElseThrow(() -> new AssertionError("no function " + field))
                .call(values(action.path("args")));
    }

    private Component load(JsonNode command) throws IOException {
        Path binary = file.resolveSibling(command.get("filename").asText());
        try {
            return Component.load(binary.toString(), Files.readAllBytes(binary), execution);
        } catch (DiagnosticException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private void instantiated(String name, @Nullable Component component) {
        latest = null;
        check(component != null, "no such definition");
        latest = new Linker().instantiate(component);
        instances.put(name, latest);
    }

    private static List<Val> values(JsonNode nodes) {
        var values = new ArrayList<Val>();
        nodes.forEach(node -> values.add(value(node)));
        return values;
    }

    private static Val value(JsonNode node) {
        JsonNode value = node.get("value");
        return switch (node.get("type").asText()) {
            case "bool" -> new Val.Bool(value.asBoolean());
            case "s8" -> new Val.S8((byte) Long.parseLong(value.asText()));
            case "u8" -> new Val.U8((byte) Long.parseLong(value.asText()));
            case "s16" -> new Val.S16((short) Long.parseLong(value.asText()));
            case "u16" -> new Val.U16((short) Long.parseLong(value.asText()));
            case "s32" -> new Val.S32((int) Long.parseLong(value.asText()));
            case "u32" -> new Val.U32((int) Long.parseLong(value.asText()));
            case "s64" -> new Val.S64(Long.parseLong(value.asText()));
            case "u64" -> new Val.U64(Long.parseUnsignedLong(value.asText()));
            case "f32" -> new Val.F32(Float.intBitsToFloat(Integer.parseUnsignedInt(value.asText())));
            case "f64" -> new Val.F64(Double.longBitsToDouble(Long.parseUnsignedLong(value.asText())));
            case "char" -> new Val.Char(value.asText().codePointAt(0));
            case "string" -> new Val.Str(value.asText());
            case "list" -> new Val.ListOf(values(value));
            case "tuple" -> new Val.Tuple(values(value));
            case "option" ->
                new Val.Option(value == null || value.isNull() ? Optional.empty() : Optional.of(value(value)));
            case "enum" -> new Val.EnumCase(value.asText());
            case "variant" -> new Val.Variant(value.get("case").asText(), payload(value.get("payload")));
            case "result" -> {
                String side = value.fieldNames().next();
                yield new Val.Result(side.equalsIgnoreCase("ok"), payload(value.get(side)));
            }
            case "flags" -> {
                var labels = new HashSet<String>();
                value.forEach(label -> labels.add(label.asText()));
                yield new Val.Flags(labels);
            }
            case "record" -> {
                Map<String, Val> fields = new HashMap<>();
                value.forEach(field -> fields.put(field.get(0).asText(), value(field.get(1))));
                yield new Val.RecordOf(fields);
            }
            default -> throw new AssertionError("unknown value " + node);
        };
    }

    private static Optional<Val> payload(@Nullable JsonNode node) {
        return node == null || node.isNull() ? Optional.empty() : Optional.of(value(node));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
