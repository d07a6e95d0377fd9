package dev.wasmledger.wit.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.SemanticVersion;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.TypeOwner;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitFunction.Kind;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitPackage;
import dev.wasmledger.wit.WitWorld.WorldItem;
import dev.wasmledger.wit.WitWorld.WorldKey;
import dev.wasmledger.wit.WorldId;
import dev.wasmledger.wit.internal.json.TypeNumbers.AnonymousEntry;
import dev.wasmledger.wit.internal.json.TypeNumbers.NamedEntry;
import dev.wasmledger.wit.internal.json.TypeNumbers.Scope;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the form of {@code wasm-tools component wit --json}: arrays of things that name each other by index. */
public final class ReferenceJson {

    private final ResolvedWit wit;
    private final TypeNumbers numbers;
    private final JsonGenerator json;
    /** The world that an inline interface was copied into. */
    private final Map<InterfaceId, WorldId> copiedInto = new HashMap<>();

    private ReferenceJson(ResolvedWit wit, JsonGenerator json) {
        this.wit = wit;
        this.numbers = new TypeNumbers(wit);
        this.json = json;
        for (int i = 0; i < wit.worlds().size(); i++) {
            var id = new WorldId(i);
            for (var items : List.of(wit.get(id).imports(), wit.get(id).exports())) {
                items.values().forEach(item -> {
                    if (item instanceof WorldItem.InterfaceItem iface
                            && numbers.copies().isCopy(id, item)) {
                        copiedInto.put(iface.id(), id);
                    }
                });
            }
        }
    }

    public static String write(ResolvedWit wit) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            new ReferenceJson(wit, json).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("worlds");
        for (int i = 0; i < wit.worlds().size(); i++) {
            writeWorld(new WorldId(i));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("interfaces");
        for (int i = 0; i < wit.interfaces().size(); i++) {
            writeInterface(new InterfaceId(i));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("types");
        for (TypeNumbers.Entry entry : numbers.entries()) {
            switch (entry) {
                case NamedEntry(TypeId id, Scope scope) -> writeTypeDef(wit.get(id), scope);
                case AnonymousEntry(Type type, Stability stability, Scope scope) ->
                    writeAnonymous(type, stability, scope);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("packages");
        for (WitPackage unit : wit.packages()) {
            writePackage(unit);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writePackage(WitPackage unit) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", unit.name().toString());
        writeDocs(unit.docs());
        json.writeObjectFieldStart("interfaces");
        for (var entry : unit.interfaces().entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue().index());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("worlds");
        for (var entry : unit.worlds().entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue().index());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeWorld(WorldId id) throws IOException {
        var world = wit.get(id);
        json.writeStartObject();
        json.writeStringField("name", world.name());
        json.writeObjectFieldStart("imports");
        for (var entry : world.imports().entrySet()) {
            writeWorldItem(id, entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("exports");
        for (var entry : world.exports().entrySet()) {
            writeWorldItem(id, entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("package", world.owner().index());
        writeDocs(world.docs());
        writeStability(world.stability());
        json.writeEndObject();
    }

    private void writeWorldItem(WorldId id, WorldKey key, WorldItem item) throws IOException {
        json.writeObjectFieldStart(
                switch (key) {
                    case WorldKey.PlainName(String name) -> name;
                    case WorldKey.InterfaceName(InterfaceId iface) -> "interface-" + iface.index();
                });
        switch (item) {
            case WorldItem.InterfaceItem iface -> {
                json.writeObjectFieldStart("interface");
                json.writeNumberField("id", iface.id().index());
                writeStability(iface.stability());
                writeExternalId(iface.externalId());
                writeDocs(iface.docs());
                json.writeEndObject();
            }
            case WorldItem.FunctionItem(WitFunction function) -> {
                json.writeFieldName("function");
                boolean copy = numbers.copies().isCopy(id, function);
                writeFunction(
                        function,
                        copy ? numbers.scope(id) : numbers.scope(wit.get(id).owner()));
            }
            case WorldItem.TypeItem(TypeId type) -> json.writeNumberField("type", numbers.number(type));
        }
        json.writeEndObject();
    }

    private void writeInterface(InterfaceId id) throws IOException {
        WitInterface iface = wit.get(id);
        PackageId owner = iface.owner();
        WorldId into = copiedInto.get(id);
        Scope scope = into == null ? numbers.scope(owner) : numbers.scope(into);
        json.writeStartObject();
        json.writeFieldName("name");
        json.writeString(iface.name().orElse(null));
        json.writeObjectFieldStart("types");
        for (var entry : iface.types().entrySet()) {
            json.writeNumberField(entry.getKey(), numbers.number(entry.getValue()));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("functions");
        for (WitFunction function : iface.functions().values()) {
            json.writeFieldName(function.name());
            writeFunction(function, scope);
        }
        json.writeEndObject();
        writeDocs(iface.docs());
        writeStability(iface.stability());
        json.writeNumberField("package", owner.index());
        Optional<InterfaceId> original = numbers.copies().original(id);
        if (original.isPresent()) {
            json.writeNumberField("clone_of", original.get().index());
        }
        json.writeEndObject();
    }

    private void writeFunction(WitFunction function, Scope scope) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", function.name());
        json.writeFieldName("kind");
        String async = function.async() ? "async-" : "";
        switch (function.kind()) {
            case Kind.Freestanding() -> json.writeString(async + "freestanding");
            case Kind.Method(TypeId resource) -> writeTagged(async + "method", resource);
            case Kind.Static(TypeId resource) -> writeTagged(async + "static", resource);
            case Kind.Constructor(TypeId resource) -> writeTagged("constructor", resource);
        }
        json.writeArrayFieldStart("params");
        for (WitFunction.Parameter parameter : function.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeFieldName("type");
            writeType(parameter.type(), scope);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (function.result().isPresent()) {
            json.writeFieldName("result");
            writeType(function.result().get(), scope);
        }
        writeDocs(function.docs());
        writeStability(function.stability());
        writeExternalId(function.externalId());
        json.writeEndObject();
    }

    private void writeTypeDef(TypeDef type, Scope scope) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", type.name());
        json.writeFieldName("kind");
        writeKind(type.kind(), scope);
        json.writeObjectFieldStart("owner");
        switch (type.owner()) {
            case TypeOwner.OfInterface(InterfaceId id) -> json.writeNumberField("interface", id.index());
            case TypeOwner.OfWorld(WorldId id) -> json.writeNumberField("world", id.index());
        }
        json.writeEndObject();
        writeDocs(type.docs());
        writeStability(type.stability());
        writeExternalId(type.externalId());
        json.writeEndObject();
    }

    private void writeAnonymous(Type type, Stability stability, Scope scope) throws IOException {
        json.writeStartObject();
        json.writeNullField("name");
        json.writeFieldName("kind");
        writeShape(type, scope);
        json.writeNullField("owner");
        writeStability(stability);
        json.writeEndObject();
    }

    private void writeKind(TypeDefKind kind, Scope scope) throws IOException {
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
            writeDocs(label.docs());
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
        writeDocs(docs);
        json.writeEndObject();
    }

    /** What a type is, as opposed to its number. */
    private void writeShape(Type type, Scope scope) throws IOException {
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

    private void writeType(Type type, Scope scope) throws IOException {
        if (type instanceof Type.Primitive primitive) {
            json.writeString(primitive.witName());
        } else {
            json.writeNumber(numbers.number(type, scope));
        }
    }

    private void writeTagged(String tag, TypeId id) throws IOException {
        json.writeStartObject();
        json.writeNumberField(tag, numbers.number(id));
        json.writeEndObject();
    }

    private void writeDocs(Optional<String> docs) throws IOException {
        if (docs.isPresent()) {
            json.writeObjectFieldStart("docs");
            json.writeStringField("contents", docs.get());
            json.writeEndObject();
        }
    }

    private void writeExternalId(Optional<String> id) throws IOException {
        if (id.isPresent()) {
            json.writeStringField("external_id", id.get());
        }
    }

    private void writeStability(Stability stability) throws IOException {
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
