package dev.wasmledger.component;

import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.EnumType;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.FuncType;
import dev.wasmledger.component.type.FutureType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.Primitive;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.StreamType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.component.wit.WitTypes;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.WitFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Types as one line of text, the same text for structurally equal types: {@code func(id: u32, at: record{x: s32, y: s32})
 * -> result<string, _>}. Names of parameters, fields, cases and flags are part of it, names of types are not; a resource
 * type, which has no structure, stands with its name. It serves to tell types apart and to show them, not to be parsed.
 */
public final class TypeText {

    /** Characters that {@link #brief} has at most. */
    private static final int BRIEF = 200;

    private final StringBuilder out = new StringBuilder();
    private final int limit;

    private TypeText(int limit) {
        this.limit = limit;
    }

    /** The same text as for the function's type in a component. */
    public static String of(ResolvedWit wit, WitFunction function) {
        return of(new WitTypes(wit).funcType(function));
    }

    public static String of(FuncType type) {
        var text = new TypeText(Integer.MAX_VALUE);
        text.write(type);
        return text.out.toString();
    }

    public static String of(ValType type) {
        var text = new TypeText(Integer.MAX_VALUE);
        text.write(type);
        return text.out.toString();
    }

    /** The beginning of that text where it is long, for messages: the text of a small component's type can be enormous. */
    public static String brief(ValType type) {
        var text = new TypeText(BRIEF);
        text.write(type);
        return text.out.length() <= BRIEF ? text.out.toString() : text.out.substring(0, BRIEF) + "…";
    }

    private void write(FuncType type) {
        out.append(type.async() ? "async func(" : "func(");
        join(type.params(), this::write);
        out.append(')');
        type.result().ifPresent(result -> {
            out.append(" -> ");
            write(result);
        });
    }

    private void write(ValType type) {
        if (out.length() > limit) {
            return;
        }
        switch (type) {
            case PrimValType(Primitive primitive) -> out.append(primitive.text());
            case RecordType(List<Field> fields) -> braces("record", fields, this::write);
            case VariantType(List<Case> cases) -> braces("variant", cases, this::write);
            case ListType(ValType element, var length) -> {
                out.append("list<");
                write(element);
                length.ifPresent(n -> out.append(", ").append(Integer.toUnsignedString(n)));
                out.append('>');
            }
            case MapType(ValType key, ValType value) -> angles("map", List.of(key, value), this::write);
            case TupleType(List<ValType> types) -> angles("tuple", types, this::write);
            case FlagsType(List<String> labels) -> braces("flags", labels, out::append);
            case EnumType(List<String> labels) -> braces("enum", labels, out::append);
            case OptionType(ValType some) -> angles("option", List.of(some), this::write);
            case ResultType(Optional<ValType> ok, Optional<ValType> error) ->
                angles("result", List.of(ok, error), this::orUnderscore);
            case OwnType(var resource) -> angles("own", List.of(resource.name()), out::append);
            case BorrowType(var resource) -> angles("borrow", List.of(resource.name()), out::append);
            case StreamType(Optional<ValType> element) -> angles("stream", List.of(element), this::orUnderscore);
            case FutureType(Optional<ValType> element) -> angles("future", List.of(element), this::orUnderscore);
        }
    }

    private void write(Field field) {
        out.append(field.label()).append(": ");
        write(field.type());
    }

    private void write(Case variantCase) {
        out.append(variantCase.label());
        variantCase.type().ifPresent(payload -> {
            out.append('(');
            write(payload);
            out.append(')');
        });
    }

    private void orUnderscore(Optional<ValType> type) {
        type.ifPresentOrElse(this::write, () -> out.append('_'));
    }

    private <T> void braces(String name, List<T> parts, Consumer<T> writer) {
        out.append(name).append('{');
        join(parts, writer);
        out.append('}');
    }

    private <T> void angles(String name, List<T> parts, Consumer<T> writer) {
        out.append(name).append('<');
        join(parts, writer);
        out.append('>');
    }

    private <T> void join(List<T> parts, Consumer<T> writer) {
        for (int i = 0; i < parts.size() && out.length() <= limit; i++) {
            out.append(i == 0 ? "" : ", ");
            writer.accept(parts.get(i));
        }
    }
}
