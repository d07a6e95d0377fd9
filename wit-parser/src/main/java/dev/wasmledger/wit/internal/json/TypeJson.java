package dev.wasmledger.wit.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.internal.json.TypeNumbers.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Types: what they are, and the numbers that stand for them elsewhere. */
final class TypeJson {

    private final JsonGenerator json;
    private final TypeNumbers numbers;
    private final AttributeJson common;

    TypeJson(JsonGenerator json, TypeNumbers numbers, AttributeJson common) {
        this.json = json;
        this.numbers = numbers;
        this.common = common;
    }

    void writeKind(TypeDefKind kind, Scope scope) throws IOException {
        switch (kind) {
            case TypeDefKind.ResourceKind() -> json.writeString("resource");
            case TypeDefKind.AliasKind(Type target) -> writeShape(target, scope);
            case TypeDefKind.RecordKind(List<TypeDefKind.Field> fields) -> {
                startTagged("record", "fields");
                for (TypeDefKind.Field field : fields) {
                    writePart(field.name(), Optional.of(field.type()), field.docs(), scope);
                }
                endTagged();
            }
            case TypeDefKind.VariantKind(List<TypeDefKind.Case> cases) -> {
                startTagged("variant", "cases");
                for (TypeDefKind.Case one : cases) {
                    writePart(one.name(), one.payload(), one.docs(), scope);
                }
                endTagged();
            }
            case TypeDefKind.EnumKind(List<TypeDefKind.Label> cases) -> writeLabels("enum", "cases", cases);
            case TypeDefKind.FlagsKind(List<TypeDefKind.Label> flags) -> writeLabels("flags", "flags", flags);
        }
    }

    private void writeLabels(String kind, String list, List<TypeDefKind.Label> labels) throws IOException {
        startTagged(kind, list);
        for (TypeDefKind.Label label : labels) {
            json.writeStartObject();
            json.writeStringField("name", label.name());
            common.writeDocs(label.docs());
            json.writeEndObject();
        }
        endTagged();
    }

    private void startTagged(String kind, String list) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart(kind);
        json.writeArrayFieldStart(list);
    }

    private void endTagged() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writePart(String name, Optional<Type> type, Optional<String> docs, Scope scope) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeFieldName("type");
        writeOptional(type, scope);
        common.writeDocs(docs);
        json.writeEndObject();
    }

    /** What a type is, as opposed to its number. */
    void writeShape(Type type, Scope scope) throws IOException {
        json.writeStartObject();
        switch (type) {
            case Type.Primitive primitive -> writeField("type", Optional.of(primitive), scope);
            case Type.Named named -> writeField("type", Optional.of(named), scope);
            case Type.ListOf(Type element) -> writeField("list", Optional.of(element), scope);
            case Type.Option(Type some) -> writeField("option", Optional.of(some), scope);
            case Type.Future(Optional<Type> payload) -> writeField("future", payload, scope);
            case Type.Stream(Optional<Type> payload) -> writeField("stream", payload, scope);
            case Type.FixedList(Type element, long length) -> {
                json.writeArrayFieldStart("fixed-length-list");
                writeType(element, scope);
                json.writeNumber(length);
                json.writeEndArray();
            }
            case Type.MapOf(Type key, Type value) -> {
                json.writeArrayFieldStart("map");
                writeType(key, scope);
                writeType(value, scope);
                json.writeEndArray();
            }
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> {
                json.writeObjectFieldStart("result");
                writeField("ok", ok, scope);
                writeField("err", err, scope);
                json.writeEndObject();
            }
            case Type.Tuple(List<Type> elements) -> {
                json.writeObjectFieldStart("tuple");
                json.writeArrayFieldStart("types");
                for (Type element : elements) {
                    writeType(element, scope);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            case Type.Own(TypeId resource) -> {
                json.writeFieldName("handle");
                writeTagged("own", resource);
            }
            case Type.Borrow(TypeId resource) -> {
                json.writeFieldName("handle");
                writeTagged("borrow", resource);
            }
        }
        json.writeEndObject();
    }

    private void writeField(String name, Optional<Type> type, Scope scope) throws IOException {
        json.writeFieldName(name);
        writeOptional(type, scope);
    }

    private void writeOptional(Optional<Type> type, Scope scope) throws IOException {
        if (type.isPresent()) {
            writeType(type.get(), scope);
        } else {
            json.writeNull();
        }
    }

    void writeType(Type type, Scope scope) throws IOException {
        if (type instanceof Type.Primitive primitive) {
            json.writeString(primitive.witName());
        } else {
            json.writeNumber(numbers.number(type, scope));
        }
    }

    void writeTagged(String tag, TypeId id) throws IOException {
        json.writeStartObject();
        json.writeNumberField(tag, numbers.number(id));
        json.writeEndObject();
    }
}
