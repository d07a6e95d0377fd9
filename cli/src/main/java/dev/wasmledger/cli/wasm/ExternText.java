package dev.wasmledger.cli.wasm;

import dev.wasmledger.cli.wasm.Part.Extern;
import dev.wasmledger.component.TypeText;
import dev.wasmledger.component.model.Sort;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.type.CoreModuleType;
import dev.wasmledger.component.type.DefType;
import dev.wasmledger.component.type.ExternDecl;
import dev.wasmledger.component.type.ExternName;
import dev.wasmledger.component.type.ExternType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.InstanceType;
import dev.wasmledger.component.type.NameAttribute;
import dev.wasmledger.component.type.ResourceType;
import dev.wasmledger.component.type.TypeExtern;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.ValueExtern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports and exports of a component in one line each. */
final class ExternText {

    private ExternText() {}

    /** @param types of valid ones; of another one only the sort is known */
    static Extern of(ExternName name, Map<String, ExternDecl> types, Sort sort) {
        return new Extern(
                name.name(),
                name.attributes().stream().map(ExternText::text).toList(),
                Optional.ofNullable(types.get(name.name()))
                        .map(declaration -> text(declaration.type()))
                        .orElse(sort.text()));
    }

    private static String text(NameAttribute attribute) {
        return switch (attribute) {
            case NameAttribute.Implements(String interfaceName) -> "implements " + interfaceName;
            case NameAttribute.VersionSuffix(String suffix) -> "version suffix " + suffix;
            case NameAttribute.ExternalId(String id) -> "external id " + id;
        };
    }

    private static String text(ExternType type) {
        return switch (type) {
            case FuncType func -> TypeText.of(func);
            case InstanceType instance -> "instance" + counted(instance.exports());
            case ComponentType component -> "component";
            case CoreModuleType module -> "core module";
            case TypeExtern(DefType named, var bound) -> text(named);
            case ValueExtern(ValType value) -> "value " + TypeText.of(value);
        };
    }

    private static String text(DefType type) {
        return switch (type) {
            case ValType value -> "type " + TypeText.of(value);
            case ResourceType resource -> "resource";
            case FuncType func -> "type " + TypeText.of(func);
            case InstanceType instance -> "type of an instance" + counted(instance.exports());
            case ComponentType component -> text(component);
        };
    }

    /** Such a type in a WIT package stands for an interface or a world, the one thing that it exports. */
    private static String text(ComponentType component) {
        if (component.exports().size() != 1) {
            return "type of a component";
        }
        Map.Entry<String, ExternDecl> only =
                component.exports().entrySet().iterator().next();
        return switch (only.getValue().type()) {
            case InstanceType instance -> "interface " + only.getKey() + counted(instance.exports());
            case ComponentType world -> "world " + only.getKey();
            default -> "type of a component";
        };
    }

    private static String counted(Map<String, ExternDecl> exports) {
        long functions = exports.values().stream()
                .filter(export -> export.type() instanceof FuncType)
                .count();
        long types = exports.size() - functions;
        List<String> parts = new ArrayList<>();
        if (functions > 0) {
            parts.add(functions == 1 ? "1 function" : functions + " functions");
        }
        if (types > 0) {
            parts.add(types == 1 ? "1 type" : types + " types");
        }
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }
}
