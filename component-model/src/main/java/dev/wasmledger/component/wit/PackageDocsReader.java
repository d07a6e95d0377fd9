package dev.wasmledger.component.wit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.wasmledger.component.Rule;
import dev.wasmledger.component.wit.PackageDocs.FunctionDocs;
import dev.wasmledger.component.wit.PackageDocs.InterfaceDocs;
import dev.wasmledger.component.wit.PackageDocs.SideDocs;
import dev.wasmledger.component.wit.PackageDocs.TypeDocs;
import dev.wasmledger.component.wit.PackageDocs.WorldDocs;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the section {@code package-docs}, in the current version of its format or the one before. */
final class PackageDocsReader {

    private final String fileName;

    private PackageDocsReader(String fileName) {
        this.fileName = fileName;
    }

    /** What the JSON of this format is made of. */
    private sealed interface Value {

        record Text(String text) implements Value {}

        record Fields(Map<String, Value> fields) implements Value {}
    }

    static PackageDocs read(String fileName, byte[] content) {
        return new PackageDocsReader(fileName).read(content);
    }

    static DiagnosticException unusable(String fileName, String why) {
        return new DiagnosticException(Rule.PACKAGE_DOCS.at(
                new ByteOffset(fileName, 0), "this is no usable section `" + PackageDocs.SECTION + "`: " + why));
    }

    private PackageDocs read(byte[] content) {
        if (content.length == 0 || content[0] < 0 || content[0] > PackageDocsWriter.VERSION) {
            throw unusable("its format is an unknown one");
        }
        Map<String, Value> fields = fields(parse(content), "docs", "worlds", "interfaces");
        return new PackageDocs(
                text(fields, "docs"),
                map(fields, "worlds", this::world),
                map(fields, "interfaces", this::interfaceDocs));
    }

    private Value parse(byte[] content) {
        var factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = factory.createParser(content, 1, content.length - 1)) {
            json.nextToken();
            Value value = value(json);
            if (json.nextToken() != null) {
                throw unusable("something stands behind its JSON");
            }
            return value;
        } catch (IOException e) {
            throw unusable("it is not JSON");
        }
    }

    /** The value that begins at the current token. */
    private Value value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return new Value.Text(json.getText());
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unusable("it holds something else than texts and objects");
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            // Nothing is as good as not being there.
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                fields.put(name, value(json));
            }
        }
        return new Value.Fields(fields);
    }

    private WorldDocs world(Value value) {
        Map<String, Value> fields = fields(
                value,
                "docs",
                "stability",
                "types",
                "interfaces",
                "funcs",
                "interface_exports",
                "func_exports",
                "interface_import_stability",
                "interface_export_stability",
                "interface_import_docs",
                "interface_export_docs");
        return new WorldDocs(
                text(fields, "docs"),
                stability(fields),
                map(fields, "types", this::type),
                new SideDocs(
                        map(fields, "interfaces", this::interfaceDocs),
                        map(fields, "funcs", this::function),
                        map(fields, "interface_import_stability", this::stability),
                        map(fields, "interface_import_docs", this::text)),
                new SideDocs(
                        map(fields, "interface_exports", this::interfaceDocs),
                        map(fields, "func_exports", this::function),
                        map(fields, "interface_export_stability", this::stability),
                        map(fields, "interface_export_docs", this::text)));
    }

    private InterfaceDocs interfaceDocs(Value value) {
        Map<String, Value> fields = fields(value, "docs", "stability", "funcs", "types");
        return new InterfaceDocs(
                text(fields, "docs"),
                stability(fields),
                map(fields, "funcs", this::function),
                map(fields, "types", this::type));
    }

    /** The older version of the format has nothing but the doc comment. */
    private FunctionDocs function(Value value) {
        if (value instanceof Value.Text(String text)) {
            return new FunctionDocs(Optional.of(text), new Stability.Unknown());
        }
        Map<String, Value> fields = fields(value, "docs", "stability");
        return new FunctionDocs(text(fields, "docs"), stability(fields));
    }

    private TypeDocs type(Value value) {
        Map<String, Value> fields = fields(value, "docs", "stability", "items");
        return new TypeDocs(text(fields, "docs"), stability(fields), map(fields, "items", this::text));
    }

    private Stability stability(Map<String, Value> fields) {
        return Optional.ofNullable(fields.get("stability")).map(this::stability).orElse(new Stability.Unknown());
    }

    private Stability stability(Value value) {
        if (value.equals(new Value.Text("unknown"))) {
            return new Stability.Unknown();
        }
        Map<String, Value> kinds = fields(value, "stable", "unstable");
        if (kinds.size() != 1) {
            throw unusable("a stability is neither stable nor unstable");
        }
        Value stable = kinds.get("stable");
        if (stable != null) {
            Map<String, Value> fields = fields(stable, "since", "deprecated");
            return new Stability.Stable(
                    version(fields, "since").orElseThrow(() -> unusable("a stability has no version")),
                    version(fields, "deprecated"));
        }
        Map<String, Value> fields = fields(kinds.values().iterator().next(), "feature", "deprecated");
        return new Stability.Unstable(
                text(fields, "feature").orElseThrow(() -> unusable("a stability has no feature")),
                version(fields, "deprecated"));
    }

    private Optional<SemanticVersion> version(Map<String, Value> fields, String name) {
        return text(fields, name)
                .map(text -> SemanticVersion.parse(text).orElseThrow(() -> unusable("`" + text + "` is no version")));
    }

    private <T> Map<String, T> map(Map<String, Value> fields, String name, Function<Value, T> entry) {
        Map<String, T> result = new LinkedHashMap<>();
        if (fields.get(name) instanceof Value.Fields(var entries)) {
            entries.forEach((key, value) -> result.put(key, entry.apply(value)));
        } else if (fields.containsKey(name)) {
            throw unusable("`" + name + "` is no object");
        }
        return result;
    }

    private Optional<String> text(Map<String, Value> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(this::text);
    }

    private String text(Value value) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw unusable("an object stands where a text is expected");
    }

    private Map<String, Value> fields(Value value, String... known) {
        if (!(value instanceof Value.Fields(var fields))) {
            throw unusable("a text stands where an object is expected");
        }
        fields.keySet().forEach(name -> {
            if (!List.of(known).contains(name)) {
                throw unusable("it has the unknown field `" + name + "`");
            }
        });
        return fields;
    }

    private DiagnosticException unusable(String why) {
        return unusable(fileName, why);
    }
}
