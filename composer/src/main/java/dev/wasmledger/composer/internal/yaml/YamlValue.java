package dev.wasmledger.composer.internal.yaml;

import dev.wasmledger.wit.diagnostic.Span;
import java.util.List;

/** A value of a YAML file, with its place. */
public sealed interface YamlValue {

    /** Where the value starts; for a scalar all of it. */
    Span span();

    /** What kind of value it is, for people to read. */
    String kind();

    /** Text, number or truth value, as it is written. */
    record Scalar(String text, Span span) implements YamlValue {
        @Override
        public String kind() {
            return "a value";
        }
    }

    /** No value at all, or {@code null}. */
    record Missing(Span span) implements YamlValue {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** Keys with values, in the file's order; each key once. */
    record Mapping(List<Entry> entries, Span span) implements YamlValue {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** Values in a row. */
    record Sequence(List<YamlValue> items, Span span) implements YamlValue {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A key with its value. */
    record Entry(String key, Span keySpan, YamlValue value) {}
}
