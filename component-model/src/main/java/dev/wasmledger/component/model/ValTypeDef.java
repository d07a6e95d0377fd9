package dev.wasmledger.component.model;

import dev.wasmledger.component.type.Primitive;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The definition of a value type (Binary.md, {@code defvaltype}). */
public sealed interface ValTypeDef extends TypeDef {

    record PrimDef(Primitive primitive) implements ValTypeDef {}

    record RecordDef(List<LabeledType> fields) implements ValTypeDef {
        public RecordDef {
            fields = List.copyOf(fields);
        }
    }

    record VariantDef(List<CaseDef> cases) implements ValTypeDef {
        public VariantDef {
            cases = List.copyOf(cases);
        }
    }

    /** A list; with a length (unsigned), a fixed-length one. */
    record ListDef(ValTypeRef element, OptionalInt length) implements ValTypeDef {}

    record TupleDef(List<ValTypeRef> types) implements ValTypeDef {
        public TupleDef {
            types = List.copyOf(types);
        }
    }

    record FlagsDef(List<String> labels) implements ValTypeDef {
        public FlagsDef {
            labels = List.copyOf(labels);
        }
    }

    record EnumDef(List<String> labels) implements ValTypeDef {
        public EnumDef {
            labels = List.copyOf(labels);
        }
    }

    record OptionDef(ValTypeRef type) implements ValTypeDef {}

    record ResultDef(Optional<ValTypeRef> ok, Optional<ValTypeRef> error) implements ValTypeDef {}

    record OwnDef(Index.Type resource) implements ValTypeDef {}

    record BorrowDef(Index.Type resource) implements ValTypeDef {}

    record StreamDef(Optional<ValTypeRef> element) implements ValTypeDef {}

    record FutureDef(Optional<ValTypeRef> element) implements ValTypeDef {}

    record MapDef(ValTypeRef key, ValTypeRef value) implements ValTypeDef {}

    /** A case of a variant. */
    record CaseDef(String label, Optional<ValTypeRef> type) {}
}
