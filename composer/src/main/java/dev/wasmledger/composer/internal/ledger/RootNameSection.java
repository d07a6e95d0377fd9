package dev.wasmledger.composer.internal.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.component.model.Bytes;
import dev.wasmledger.component.model.CustomSection;
import dev.wasmledger.composer.RootName;
import dev.wasmledger.composer.internal.encode.ComponentBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The custom section {@code wasmledger:root-names} of a composed ledger: what each of its imports and exports stands for,
 * as JSON, so that the component can be deployed without the file that it was made from.
 */
final class RootNameSection {

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

    private static void put(ObjectNode names, RootName name, String instance) {
        names.putObject(name.name()).put("interface", name.interfaceName()).put("instance", instance);
    }
}
