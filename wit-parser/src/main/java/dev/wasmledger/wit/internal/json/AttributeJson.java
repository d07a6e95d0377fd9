package dev.wasmledger.wit.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import java.io.IOException;
import java.util.Optional;

/** What any item may have; a field is there only if the item has it. */
final class AttributeJson {

    private final JsonGenerator json;

    AttributeJson(JsonGenerator json) {
        this.json = json;
    }

    void writeDocs(Optional<String> docs) throws IOException {
        if (docs.isPresent()) {
            json.writeObjectFieldStart("docs");
            json.writeStringField("contents", docs.get());
            json.writeEndObject();
        }
    }

    void writeExternalId(Optional<String> id) throws IOException {
        if (id.isPresent()) {
            json.writeStringField("external_id", id.get());
        }
    }

    void writeStability(Stability stability) throws IOException {
        switch (stability) {
            case Stability.Unknown() -> {}
            case Stability.Stable(SemanticVersion since, Optional<SemanticVersion> deprecated) ->
                writeGate("stable", "since", since.toString(), deprecated);
            case Stability.Unstable(String feature, Optional<SemanticVersion> deprecated) ->
                writeGate("unstable", "feature", feature, deprecated);
        }
    }

    private void writeGate(String kind, String field, String value, Optional<SemanticVersion> deprecated)
            throws IOException {
        json.writeObjectFieldStart("stability");
        json.writeObjectFieldStart(kind);
        json.writeStringField(field, value);
        if (deprecated.isPresent()) {
            json.writeStringField("deprecated", deprecated.get().toString());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
