package dev.wasmledger.runtime.dynamic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A component value. Unsigned numbers are carried in the signed Java type of the same size. */
public sealed interface Val {

    record Bool(boolean value) implements Val {}

    record S8(byte value) implements Val {}

    record U8(byte value) implements Val {}

    record S16(short value) implements Val {}

    record U16(short value) implements Val {}

    record S32(int value) implements Val {}

    record U32(int value) implements Val {}

    record S64(long value) implements Val {}

    record U64(long value) implements Val {}

    record F32(float value) implements Val {}

    record F64(double value) implements Val {}

    /** A Unicode scalar value. */
    record Char(int codePoint) implements Val {}

    record Str(String value) implements Val {}

    record Flags(Set<String> labels) implements Val {
        public Flags {
            labels = Set.copyOf(labels);
        }
    }

    record EnumCase(String label) implements Val {}

    record Option(Optional<Val> value) implements Val {}

    /** {@code ok} or error, each with or without a value. */
    record Result(boolean ok, Optional<Val> value) implements Val {}

    record Variant(String label, Optional<Val> value) implements Val {}

    /** Fields by name; their order does not matter. */
    record RecordOf(Map<String, Val> fields) implements Val {
        public RecordOf {
            fields = Map.copyOf(fields);
        }
    }

    record Tuple(List<Val> values) implements Val {
        public Tuple {
            values = List.copyOf(values);
        }
    }

    /** A list, also one of fixed length. */
    record ListOf(List<Val> elements) implements Val {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** A map, in the order of its entries; keys can repeat. */
    record MapOf(List<Entry> entries) implements Val {
        public MapOf {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A handle, {@code own} or {@code borrow} as the type at that place says.
     *
     * @param resource the host's own object where the host made the resource, a {@link
     *     dev.wasmledger.runtime.GuestResource} where a component did
     */
    record Handle(Object resource) implements Val {}

    /** An entry of a {@link MapOf}. */
    record Entry(Val key, Val value) {}
}
