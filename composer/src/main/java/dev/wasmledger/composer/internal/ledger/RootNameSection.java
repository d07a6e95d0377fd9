package dev.wasmledger.composer.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.component.model.Section;
import dev.wasmledger.composer.RootName;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The custom section {@code wasmledger:root-names} of a composed ledger: what each of its imports and exports stands for,
 * as JSON, so that the component can be deployed without the file that it was made from.
 */
public final class RootNameSection {

    private static final String NAME = "wasmledger:root-names";

    private RootNameSection() {}

    static void addTo(ComponentBuilder target, List<RootName> names) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode imports = root.putObject("imports");
        ObjectNode exports = root.putObject("exports");
        for (RootName name : names) {
            switch (name) {
                case RootName.OwnImport own -> put(imports, own, own.instance());
                case RootName.SharedImport shared ->
                    imports.putObject(shared.name()).put("interface", shared.interfaceName());
                case RootName.Export export -> put(exports, export, export.instance());
            }
        }
        target.custom(new CustomSection(NAME, Bytes.of(root.toString().getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Reads back what {@link #addTo} added, imports first.
     *
     * @param component the bytes of a composed ledger
     * @throws DiagnosticException if they are no component, or none that says what its names stand for
     */
    public static List<RootName> read(String fileName, byte[] component) {
        for (Section section : ComponentDecoder.decode(fileName, component).sections()) {
            for (Section.Entry entry : section.entries()) {
                if (entry.definition() instanceof CustomSection custom
                        && custom.name().equals(NAME)) {
                    return parse(fileName, custom.data().toByteArray());
                }
            }
        }
        throw none(fileName, "is not there");
    }

    private static List<RootName> parse(String fileName, byte[] json) {
        List<RootName> names = new ArrayList<>();
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            for (Map.Entry<String, JsonNode> entry : root.path("imports").properties()) {
                JsonNode instance = entry.getValue().path("instance");
                names.add(
                        instance.isMissingNode()
                                ? new RootName.SharedImport(entry.getKey())
                                : new RootName.OwnImport(entry.getKey(), interfaceOf(entry), instance.asText()));
            }
            for (Map.Entry<String, JsonNode> entry : root.path("exports").properties()) {
                String instance = entry.getValue().path("instance").asText();
                names.add(new RootName.Export(entry.getKey(), interfaceOf(entry), instance));
            }
        } catch (IOException e) {
            throw none(fileName, "is no JSON: " + e.getMessage());
        }
        return names;
    }

    private static String interfaceOf(Map.Entry<String, JsonNode> entry) {
        return entry.getValue().path("interface").asText();
    }

    private static DiagnosticException none(String fileName, String why) {
        return new DiagnosticException(Diagnostic.error(
                "COMPOSE0314",
                "this is no composed ledger: its section `" + NAME + "` " + why,
                new WholeFile(fileName)));
    }

    private static void put(ObjectNode names, RootName name, String instance) {
        names.putObject(name.name()).put("interface", name.interfaceName()).put("instance", instance);
    }
}
