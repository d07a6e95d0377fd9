package dev.wasmledger.wit.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wasmledger.wit.InterfaceId;
import dev.wasmledger.wit.PackageId;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Stability;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
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
    private final AttributeJson common;
    private final TypeJson types;
    /** The world that an inline interface was copied into. */
    private final Map<InterfaceId, WorldId> copiedInto = new HashMap<>();

    private ReferenceJson(ResolvedWit wit, JsonGenerator json) {
        this.wit = wit;
        this.numbers = new TypeNumbers(wit);
        this.json = json;
        this.common = new AttributeJson(json);
        this.types = new TypeJson(json, numbers, common);
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
        common.writeDocs(unit.docs());
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
        common.writeDocs(world.docs());
        common.writeStability(world.stability());
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
                common.writeStability(iface.stability());
                common.writeExternalId(iface.externalId());
                common.writeDocs(iface.docs());
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
        common.writeDocs(iface.docs());
        common.writeStability(iface.stability());
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
            case Kind.Method(TypeId resource) -> types.writeTagged(async + "method", resource);
            case Kind.Static(TypeId resource) -> types.writeTagged(async + "static", resource);
            case Kind.Constructor(TypeId resource) -> types.writeTagged("constructor", resource);
        }
        json.writeArrayFieldStart("params");
        for (WitFunction.Parameter parameter : function.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeFieldName("type");
            types.writeType(parameter.type(), scope);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (function.result().isPresent()) {
            json.writeFieldName("result");
            types.writeType(function.result().get(), scope);
        }
        common.writeDocs(function.docs());
        common.writeStability(function.stability());
        common.writeExternalId(function.externalId());
        json.writeEndObject();
    }

    private void writeTypeDef(TypeDef type, Scope scope) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", type.name());
        json.writeFieldName("kind");
        types.writeKind(type.kind(), scope);
        json.writeObjectFieldStart("owner");
        switch (type.owner()) {
            case TypeOwner.OfInterface(InterfaceId id) -> json.writeNumberField("interface", id.index());
            case TypeOwner.OfWorld(WorldId id) -> json.writeNumberField("world", id.index());
        }
        json.writeEndObject();
        common.writeDocs(type.docs());
        common.writeStability(type.stability());
        common.writeExternalId(type.externalId());
        json.writeEndObject();
    }

    private void writeAnonymous(Type type, Stability stability, Scope scope) throws IOException {
        json.writeStartObject();
        json.writeNullField("name");
        json.writeFieldName("kind");
        types.writeShape(type, scope);
        json.writeNullField("owner");
        common.writeStability(stability);
        json.writeEndObject();
    }
}
