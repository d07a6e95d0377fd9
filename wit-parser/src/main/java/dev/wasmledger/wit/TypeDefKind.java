package dev.wasmledger.wit;

import dev.wasmledger.wit.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/** What a type with a name is. (WIT.md, "Items: type".) */
public sealed interface TypeDefKind {

    /** {@code record}. */
    record RecordKind(List<Field> fields) implements TypeDefKind {
        public RecordKind {
            fields = List.copyOf(fields);
        }
    }

    /** {@code variant}; one case at least. */
    record VariantKind(List<Case> cases) implements TypeDefKind {
        public VariantKind {
            cases = List.copyOf(cases);
        }
    }

    /** {@code enum}; one case at least. */
    record EnumKind(List<Label> cases) implements TypeDefKind {
        public EnumKind {
            cases = List.copyOf(cases);
        }
    }

    /** {@code flags}; the first is the lowest bit. */
    record FlagsKind(List<Label> flags) implements TypeDefKind {
        public FlagsKind {
            flags = List.copyOf(flags);
        }
    }

    /** {@code resource}; its constructor, methods and static functions are among the functions of its owner. */
    record ResourceKind() implements TypeDefKind {}

    /** {@code type a = …}, and each name of a {@code use}. */
    record AliasKind(Type target) implements TypeDefKind {}

    /** A field of a record. */
    record Field(String name, Type type, Optional<String> docs, Place place) {}

    /** A case of a variant. */
    record Case(String name, Optional<Type> payload, Optional<String> docs, Place place) {}

    /** A case of an enum, or a flag. */
    record Label(String name, Optional<String> docs, Place place) {}
}
