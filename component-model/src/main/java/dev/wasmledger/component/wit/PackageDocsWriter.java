package dev.wasmledger.component.wit;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wasmledger.component.wit.PackageDocs.FunctionDocs;
import dev.wasmledger.component.wit.PackageDocs.InterfaceDocs;
import dev.wasmledger.component.wit.PackageDocs.TypeDocs;
import dev.wasmledger.component.wit.PackageDocs.WorldDocs;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes the section {@code package-docs}: a byte with the format's version, then JSON that leaves out what is empty. */
final class PackageDocsWriter {

    static final int VERSION = 1;

    private final JsonGenerator json;

    private PackageDocsWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one entry's value. */
    private interface Entry<T> {
        void write(T value) throws IOException;
    }

    static byte[] write(PackageDocs docs) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
            new PackageDocsWriter(json).writePackage(docs);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be written", impossible);
        }
        return bytes.toByteArray();
    }

    private void writePackage(PackageDocs docs) throws IOException {
        json.writeStartObject();
        writeDocs(docs.docs());
        writeMap("worlds", docs.worlds(), this::writeWorld);
        writeMap("interfaces", docs.interfaces(), this::writeInterface);
        json.writeEndObject();
    }

    private void writeWorld(WorldDocs world) throws IOException {
        json.writeStartObject();
        writeDocs(world.docs());
        writeStability(world.stability());
        writeMap("interfaces", world.imports().interfaces(), this::writeInterface);
        writeMap("types", world.types(), this::writeType);
        writeMap("funcs", world.imports().functions(), this::writeFunction);
        writeMap("interface_exports", world.exports().interfaces(), this::writeInterface);
        writeMap("func_exports", world.exports().functions(), this::writeFunction);
        writeMap("interface_import_stability", world.imports().references(), this::writeGate);
        writeMap("interface_export_stability", world.exports().references(), this::writeGate);
        writeMap("interface_import_docs", world.imports().referenceDocs(), json::writeString);
        writeMap("interface_export_docs", world.exports().referenceDocs(), json::writeString);
        json.writeEndObject();
    }

    private void writeInterface(InterfaceDocs iface) throws IOException {
        json.writeStartObject();
        writeDocs(iface.docs());
        writeStability(iface.stability());
        writeMap("funcs", iface.functions(), this::writeFunction);
        writeMap("types", iface.types(), this::writeType);
        json.writeEndObject();
    }

    private void writeFunction(FunctionDocs function) throws IOException {
        json.writeStartObject();
        writeDocs(function.docs());
        writeStability(function.stability());
        json.writeEndObject();
    }

    private void writeType(TypeDocs type) throws IOException {
        json.writeStartObject();
        writeDocs(type.docs());
        writeStability(type.stability());
        writeMap("items", type.items(), json::writeString);
        json.writeEndObject();
    }

    private <T> void writeMap(String field, Map<String, T> map, Entry<T> entry) throws IOException {
        if (map.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, T> each : map.entrySet()) {
            json.writeFieldName(each.getKey());
            entry.write(each.getValue());
        }
        json.writeEndObject();
    }

    private void writeDocs(Optional<String> docs) throws IOException {
        if (docs.isPresent()) {
            json.writeStringField("docs", docs.get());
        }
    }

    private void writeStability(Stability stability) throws IOException {
        if (!PackageDocs.isUnknown(stability)) {
            json.writeFieldName("stability");
            writeGate(stability);
        }
    }

    private void writeGate(Stability stability) throws IOException {
        switch (stability) {
            case Stability.Unknown() -> json.writeString("unknown");
            case Stability.Stable(SemanticVersion since, var deprecated) ->
                writeGate("stable", "since", since.toString(), deprecated);
            case Stability.Unstable(String feature, var deprecated) ->
                writeGate("unstable", "feature", feature, deprecated);
        }
    }

    private void writeGate(String kind, String field, String value, Optional<SemanticVersion> deprecated)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart(kind);
        json.writeStringField(field, value);
        if (deprecated.isPresent()) {
            json.writeStringField("deprecated", deprecated.get().toString());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
