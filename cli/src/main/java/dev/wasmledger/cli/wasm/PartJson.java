package dev.wasmledger.cli.wasm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.cli.wasm.Part.Extern;
import dev.wasmledger.component.metadata.Producers;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import java.util.List;

/** A part as JSON for tools. */
public final class PartJson {

    private PartJson() {}

    /** The tree of a whole file. */
    public static ObjectNode of(String fileName, Part part) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("file", fileName);
        write(part, root);
        return root;
    }

    private static void write(Part part, ObjectNode node) {
        node.put("kind", part.kind().text()).put("index", part.index());
        part.name().ifPresent(name -> node.put("name", name));
        node.put("offset", part.offset())
                .put("bytes", part.bytes())
                .put("digest", part.digest().toString());
        node.put("valid", part.problem().isEmpty());
        part.problem().ifPresent(problem -> {
            ObjectNode inner = node.putObject("problem");
            inner.put("id", problem.id()).put("message", problem.message());
            if (problem.primary() instanceof ByteOffset place) {
                inner.put("offset", place.offset());
            }
        });
        write(part.imports(), node.putArray("imports"));
        write(part.exports(), node.putArray("exports"));
        ObjectNode producers = node.putObject("producers");
        part.producers()
                .ifPresent(found -> found.fields().forEach(field -> write(field, producers.putArray(field.name()))));
        ObjectNode annotations = node.putObject("annotations");
        part.annotations().forEach(annotation -> annotations.put(annotation.name(), annotation.text()));
        ArrayNode sections = node.putArray("sections");
        part.sections().forEach(section -> {
            ObjectNode inner = sections.addObject().put("kind", section.kind());
            section.name().ifPresent(name -> inner.put("name", name));
            section.definitions().ifPresent(count -> inner.put("definitions", count));
            inner.put("offset", section.offset()).put("bytes", section.bytes());
        });
        ArrayNode parts = node.putArray("parts");
        part.parts().forEach(inner -> write(inner, parts.addObject()));
    }

    private static void write(List<Extern> externs, ArrayNode list) {
        externs.forEach(extern -> {
            ObjectNode node = list.addObject().put("name", extern.name());
            if (!extern.attributes().isEmpty()) {
                extern.attributes().forEach(node.putArray("attributes")::add);
            }
            node.put("type", extern.type());
        });
    }

    private static void write(Producers.Field field, ArrayNode list) {
        field.tools().forEach(tool -> list.addObject().put("name", tool.name()).put("version", tool.version()));
    }
}
