package dev.wasmledger.components.wit;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitInterface;
import dev.wasmledger.wit.WitWorld;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The packages as one line for each thing that a component can depend on: what it is called, and what it is. */
record Contract(ResolvedWit wit) {

    SortedMap<String, String> lines() {
        SortedMap<String, String> lines = new TreeMap<>();
        for (WitInterface each : wit.interfaces()) {
            String owner = itemName(each);
            each.types().forEach((name, id) -> lines.put(owner + " type " + name, describe(wit.get(id))));
            each.functions().forEach((name, function) -> lines.put(owner + " func " + name, describe(function)));
        }
        for (WitWorld world : wit.worlds()) {
            String owner = wit.get(world.owner()).name().itemName(world.name());
            world.imports().keySet().forEach(key -> lines.put(owner + " import " + describe(key), "imported"));
            world.exports().keySet().forEach(key -> lines.put(owner + " export " + describe(key), "exported"));
        }
        return lines;
    }

    private String itemName(WitInterface each) {
        return wit.get(each.owner()).name().itemName(each.name().orElse("(in place)"));
    }

    private String describe(WitWorld.WorldKey key) {
        return switch (key) {
            case WitWorld.WorldKey.PlainName(String name) -> name;
            case WitWorld.WorldKey.InterfaceName(var id) -> itemName(wit.get(id));
        };
    }

    private String describe(WitFunction function) {
        String parameters = function.parameters().stream()
                .map(parameter -> parameter.name() + ": " + describe(parameter.type()))
                .collect(Collectors.joining(", "));
        return "(" + parameters + ")"
                + function.result().map(type -> " -> " + describe(type)).orElse("");
    }

    private String describe(TypeDef type) {
        return switch (type.kind()) {
            case TypeDefKind.RecordKind(var fields) ->
                "record "
                        + fields.stream()
                                .map(field -> field.name() + ": " + describe(field.type()))
                                .collect(Collectors.joining(", "));
            case TypeDefKind.VariantKind(var cases) ->
                "variant "
                        + cases.stream()
                                .map(each -> each.name() + describe("(", each.payload(), ")"))
                                .collect(Collectors.joining(", "));
            case TypeDefKind.EnumKind(var cases) ->
                "enum " + cases.stream().map(TypeDefKind.Label::name).collect(Collectors.joining(", "));
            case TypeDefKind.FlagsKind(var flags) ->
                "flags " + flags.stream().map(TypeDefKind.Label::name).collect(Collectors.joining(", "));
            case TypeDefKind.ResourceKind() -> "resource";
            case TypeDefKind.AliasKind(Type target) -> "= " + describe(target);
        };
    }

    private String describe(String before, Optional<Type> type, String behind) {
        return type.map(present -> before + describe(present) + behind).orElse("");
    }

    private String describe(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> primitive.witName();
            case Type.Named(TypeId id) -> wit.get(id).name();
            case Type.ListOf(Type element) -> "list<" + describe(element) + ">";
            case Type.Option(Type some) -> "option<" + describe(some) + ">";
            default -> type.toString();
        };
    }
}
