package dev.wasmledger.runtime.internal.wast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wasmledger.runtime.dynamic.Val;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Component values as manifests write them: an object with a type and a value; floats as their bits. */
final class ValueReader {

    private ValueReader() {}

    static List<Val> values(Iterable<JsonNode> nodes) {
        var values = new ArrayList<Val>();
        nodes.forEach(node -> values.add(value(node)));
        return values;
    }

    private static Val value(JsonNode node) {
        try {
            return read(node);
        } catch (NumberFormatException | IndexOutOfBoundsException | NoSuchElementException e) {
            throw new IllegalArgumentException("the manifest has a value that is none: " + node, e);
        }
    }

    private static Val read(JsonNode node) {
        JsonNode value = node.path("value");
        return switch (node.path("type").asText()) {
            case "bool" -> new Val.Bool(value.asBoolean());
            case "s8" -> new Val.S8((byte) Long.parseLong(value.asText()));
            case "u8" -> new Val.U8((byte) Long.parseLong(value.asText()));
            case "s16" -> new Val.S16((short) Long.parseLong(value.asText()));
            case "u16" -> new Val.U16((short) Long.parseLong(value.asText()));
            case "s32" -> new Val.S32((int) Long.parseLong(value.asText()));
            case "u32" -> new Val.U32((int) Long.parseLong(value.asText()));
            case "s64" -> new Val.S64(Long.parseLong(value.asText()));
            case "u64" -> new Val.U64(Long.parseUnsignedLong(value.asText()));
            case "f32" -> new Val.F32(Float.intBitsToFloat(Integer.parseUnsignedInt(value.asText())));
            case "f64" -> new Val.F64(Double.longBitsToDouble(Long.parseUnsignedLong(value.asText())));
            case "char" -> new Val.Char(value.asText().codePointAt(0));
            case "string" -> new Val.Str(value.asText());
            case "list" -> new Val.ListOf(values(value));
            case "tuple" -> new Val.Tuple(values(value));
            case "option" -> new Val.Option(payload(value));
            case "enum" -> new Val.EnumCase(value.asText());
            case "variant" -> new Val.Variant(value.path("case").asText(), payload(value.get("payload")));
            case "result" -> {
                String side = value.fieldNames().next();
                yield new Val.Result(side.equalsIgnoreCase("ok"), payload(value.get(side)));
            }
            case "flags" -> {
                var labels = new HashSet<String>();
                value.forEach(label -> labels.add(label.asText()));
                yield new Val.Flags(labels);
            }
            case "record" -> {
                Map<String, Val> fields = new HashMap<>();
                value.forEach(field -> fields.put(field.path(0).asText(), value(field.path(1))));
                yield new Val.RecordOf(fields);
            }
            default -> throw new IllegalArgumentException("the manifest has a value of an unknown kind: " + node);
        };
    }

    private static Optional<Val> payload(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode() ? Optional.empty() : Optional.of(value(node));
    }
}
