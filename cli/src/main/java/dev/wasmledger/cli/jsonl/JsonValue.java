package dev.wasmledger.cli.jsonl;

import dev.wasmledger.wit.diagnostic.Span;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface JsonValue {

    Span place();

    record Text(String value, Span place) implements JsonValue {}

    /** A number as it was written. */
    record Numeral(String value, Span place) implements JsonValue {}

    /** true, false or null: nothing that a line has a use for. */
    record Literal(String value, Span place) implements JsonValue {}

    record Items(List<JsonValue> values, Span place) implements JsonValue {}

    record Fields(Map<String, Field> fields, Span place) implements JsonValue {}

    /** A field of an object: where its name stands, and its value. */
    record Field(Span name, JsonValue value) {}
}
