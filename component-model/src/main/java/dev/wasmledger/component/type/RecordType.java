package dev.wasmledger.component.type;

import java.util.List;

/** {@code (record (field label t)+)}. */
public record RecordType(List<Field> fields) implements ValType {

    public RecordType {
        fields = List.copyOf(fields);
    }
}
