package dev.wasmledger.cli.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.component.type.BorrowType;
import dev.wasmledger.component.type.Case;
import dev.wasmledger.component.type.Field;
import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.ListType;
import dev.wasmledger.component.type.MapType;
import dev.wasmledger.component.type.OptionType;
import dev.wasmledger.component.type.OwnType;
import dev.wasmledger.component.type.RecordType;
import dev.wasmledger.component.type.ResultType;
import dev.wasmledger.component.type.TupleType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.component.type.VariantType;
import dev.wasmledger.runtime.dynamic.Val;
import dev.wasmledger.runtime.wave.Wave;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Component values as JSON: numbers as numbers (what is no finite number as the text {@code nan}, {@code inf} or {@code
 * -inf}), records as objects, lists and tuples as arrays, maps as arrays of pairs, flags as arrays of names, an enum's case
 * as its name, {@code {"case": value}} for variants and results, {@code null} or the value for options; an option within an
 * option has {@code {"some": value}} around what is there. A resource is its type's name in angle brackets.
 */
public final class JsonValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonValues() {}

    /**
     * The JSON for a value.
     *
     * @throws IllegalArgumentException if it is not of that type
     */
    public static JsonNode json(@Nullable Val value, ValType type) {
        return switch (type) {
            case RecordType(List<Field> fields)
            when value instanceof Val.RecordOf record -> {
                ObjectNode object = NODES.objectNode();
                fields.forEach(field ->
                        object.set(field.label(), json(record.fields().get(field.label()), field.type())));
                yield object;
            }
            case TupleType(List<ValType> types)
            when value instanceof Val.Tuple(List<Val> values) -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = 0; i < values.size(); i++) {
                    array.add(json(values.get(i), types.get(i)));
                }
                yield array;
            }
            case ListType(ValType element, var length)
            when value instanceof Val.ListOf(List<Val> elements) ->
                array(elements.stream().map(one -> json(one, element)).toList());
            case MapType(ValType key, ValType mapped)
            when value instanceof Val.MapOf(var entries) ->
                array(entries.stream()
                        .map(entry -> array(List.of(json(entry.key(), key), json(entry.value(), mapped))))
                        .toList());
            case FlagsType(List<String> labels)
            when value instanceof Val.Flags(var set) ->
                array(labels.stream().filter(set::contains).map(NODES::textNode).toList());
            case OptionType(ValType some)
            when value instanceof Val.Option(Optional<Val> payload) ->
                payload.map(one -> some instanceof OptionType ? single("some", json(one, some)) : json(one, some))
                        .orElse(NODES.nullNode());
            case ResultType(var ok, var error)
            when value instanceof Val.Result(boolean isOk, var payload) ->
                single(isOk ? "ok" : "err", payload(payload, isOk ? ok : error));
            case VariantType(List<Case> cases)
            when value instanceof Val.Variant(String label, var payload) ->
                single(label, payload(payload, payloadType(cases, label)));
            case OwnType own when value instanceof Val.Handle -> NODES.textNode(Wave.print(value, own));
            case BorrowType borrow when value instanceof Val.Handle -> NODES.textNode(Wave.print(value, borrow));
            default -> scalar(value);
        };
    }

    private static JsonNode scalar(@Nullable Val value) {
        return switch (value) {
            case Val.Bool(boolean v) -> NODES.booleanNode(v);
            case Val.S8(byte v) -> NODES.numberNode(v);
            case Val.U8(byte v) -> NODES.numberNode(Byte.toUnsignedInt(v));
            case Val.S16(short v) -> NODES.numberNode(v);
            case Val.U16(short v) -> NODES.numberNode(Short.toUnsignedInt(v));
            case Val.S32(int v) -> NODES.numberNode(v);
            case Val.U32(int v) -> NODES.numberNode(Integer.toUnsignedLong(v));
            case Val.S64(long v) -> NODES.numberNode(v);
            case Val.U64(long v) -> NODES.numberNode(new BigInteger(Long.toUnsignedString(v)));
            case Val.F32(float v) -> Float.isFinite(v) ? FloatNode.valueOf(v) : notFinite(v);
            case Val.F64(double v) -> Double.isFinite(v) ? DoubleNode.valueOf(v) : notFinite(v);
            case Val.Char(int codePoint) -> NODES.textNode(Character.toString(codePoint));
            case Val.Str(String text) -> NODES.textNode(text);
            case Val.EnumCase(String label) -> NODES.textNode(label);
            case null, default -> throw new IllegalArgumentException("there is no JSON for " + value);
        };
    }

    private static JsonNode notFinite(double number) {
        return NODES.textNode(Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
    }

    private static ArrayNode array(List<? extends JsonNode> elements) {
        return NODES.arrayNode().addAll(elements);
    }

    private static ObjectNode single(String label, JsonNode value) {
        return NODES.objectNode().set(label, value);
    }

    private static JsonNode payload(Optional<Val> payload, Optional<ValType> type) {
        return payload.isPresent() && type.isPresent() ? json(payload.get(), type.get()) : NODES.nullNode();
    }

    private static Optional<ValType> payloadType(List<Case> cases, String label) {
        return cases.stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .flatMap(Case::type);
    }
}
