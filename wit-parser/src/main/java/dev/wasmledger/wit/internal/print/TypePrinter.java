package dev.wasmledger.wit.internal.print;

import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.Type;
import dev.wasmledger.wit.TypeDef;
import dev.wasmledger.wit.TypeDefKind;
import dev.wasmledger.wit.TypeId;
import dev.wasmledger.wit.WitFunction;
import dev.wasmledger.wit.WitFunction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types, type definitions and functions. */
public final class TypePrinter {

    private final ResolvedWit wit;

    public TypePrinter(ResolvedWit wit) {
        this.wit = wit;
    }

    /** A type as it is written where it is used. */
    public String text(Type type) {
        return switch (type) {
            case Type.Primitive primitive -> primitive.witName();
            case Type.Named(TypeId id) -> name(id);
            case Type.ListOf(Type element) -> "list<" + text(element) + ">";
            case Type.FixedList(Type element, long length) -> "list<" + text(element) + ", " + length + ">";
            case Type.Option(Type some) -> "option<" + text(some) + ">";
            case Type.Result(Optional<Type> ok, Optional<Type> err) -> result(ok, err);
            case Type.Tuple(List<Type> elements) ->
                elements.stream().map(this::text).collect(Collectors.joining(", ", "tuple<", ">"));
            case Type.MapOf(Type key, Type value) -> "map<" + text(key) + ", " + text(value) + ">";
            case Type.Future(Optional<Type> payload) -> "future" + arguments(payload);
            case Type.Stream(Optional<Type> payload) -> "stream" + arguments(payload);
            case Type.Own(TypeId resource) -> name(resource);
            case Type.Borrow(TypeId resource) -> "borrow<" + name(resource) + ">";
        };
    }

    /** A function's type: {@code func(a: u32) -> string}, {@code static async func()}. */
    public String text(WitFunction function) {
        String keyword = switch (function.kind()) {
            case Kind.Constructor constructor -> "constructor";
            case Kind.Freestanding freestanding -> "func";
            case Kind.Method method -> "func";
            case Kind.Static isStatic -> "func";
        };
        String modifiers =
                (function.kind() instanceof Kind.Static ? "static " : "") + (function.async() ? "async " : "");
        int implied = function.kind() instanceof Kind.Method ? 1 : 0;
        String parameters = function.parameters().stream()
                .skip(implied)
                .map(parameter -> Identifiers.escape(parameter.name()) + ": " + text(parameter.type()))
                .collect(Collectors.joining(", "));
        return modifiers + keyword + "(" + parameters + ")" + resultOf(function);
    }

    void declare(TypeDef type, List<WitFunction> functions, Output out) {
        String name = Identifiers.escape(type.name());
        switch (type.kind()) {
            case TypeDefKind.AliasKind(Type target) -> out.endLine("type " + name + " = " + alias(target) + ";");
            case TypeDefKind.RecordKind(List<TypeDefKind.Field> fields) -> {
                out.add("record " + name).open();
                for (TypeDefKind.Field field : fields) {
                    out.docs(field.docs());
                    out.endLine(Identifiers.escape(field.name()) + ": " + text(field.type()) + ",");
                }
                out.close();
            }
            case TypeDefKind.VariantKind(List<TypeDefKind.Case> cases) -> {
                out.add("variant " + name).open();
                for (TypeDefKind.Case one : cases) {
                    out.docs(one.docs());
                    String payload = one.payload().map(p -> "(" + text(p) + ")").orElse("");
                    out.endLine(Identifiers.escape(one.name()) + payload + ",");
                }
                out.close();
            }
            case TypeDefKind.EnumKind(List<TypeDefKind.Label> cases) -> labels("enum " + name, cases, out);
            case TypeDefKind.FlagsKind(List<TypeDefKind.Label> flags) -> labels("flags " + name, flags, out);
            case TypeDefKind.ResourceKind() -> resource(name, functions, out);
        }
    }

    private void labels(String head, List<TypeDefKind.Label> labels, Output out) {
        out.add(head).open();
        for (TypeDefKind.Label label : labels) {
            out.docs(label.docs());
            out.endLine(Identifiers.escape(label.name()) + ",");
        }
        out.close();
    }

    private void resource(String name, List<WitFunction> functions, Output out) {
        if (functions.isEmpty()) {
            out.endLine("resource " + name + ";");
            return;
        }
        out.add("resource " + name).open();
        for (WitFunction function : functions) {
            out.docs(function.docs());
            out.gate(function.stability(), function.externalId());
            String label =
                    function.kind() instanceof Kind.Constructor ? "" : Identifiers.escape(function.itemName()) + ": ";
            out.endLine(label + text(function) + ";");
        }
        out.close();
    }

    /** Behind {@code type a =} a resource's bare name would be the resource itself, not a handle. */
    private String alias(Type target) {
        return target instanceof Type.Own(TypeId resource) ? "own<" + name(resource) + ">" : text(target);
    }

    private String resultOf(WitFunction function) {
        boolean implied = function.kind() instanceof Kind.Constructor(TypeId resource)
                && function.result().equals(Optional.of(new Type.Own(resource)));
        return implied ? "" : function.result().map(type -> " -> " + text(type)).orElse("");
    }

    private String result(Optional<Type> ok, Optional<Type> err) {
        if (ok.isEmpty() && err.isEmpty()) {
            return "result";
        }
        String first = ok.map(this::text).orElse("_");
        return "result<" + first + err.map(type -> ", " + text(type)).orElse("") + ">";
    }

    private String arguments(Optional<Type> payload) {
        return payload.map(type -> "<" + text(type) + ">").orElse("");
    }

    private String name(TypeId id) {
        return Identifiers.escape(wit.get(id).name());
    }
}
