package dev.wasmledger.component.type;

import java.util.List;

/** A struct type of core WebAssembly. */
public record CoreStructType(List<CoreFieldType> fields) implements CoreCompositeType {

    public CoreStructType {
        fields = List.copyOf(fields);
    }
}
