package dev.wasmledger.component.model;

import dev.wasmledger.component.type.CoreValType;
import java.util.List;

/** A core type definition (Binary.md, {@code core:deftype}). */
public sealed interface CoreTypeDef extends Definition, Declarator permits CoreRecTypeDef, CoreModuleTypeDef {

    /** A composite type of core WebAssembly. */
    sealed interface CompType {}

    record Func(List<CoreValType> params, List<CoreValType> results) implements CompType {
        public Func {
            params = List.copyOf(params);
            results = List.copyOf(results);
        }
    }

    record Struct(List<FieldType> fields) implements CompType {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    record Array(FieldType element) implements CompType {}

    record FieldType(StorageType type, boolean mutable) {}

    /** What a field of a struct or array holds. */
    sealed interface StorageType {}

    record Unpacked(CoreValType type) implements StorageType {}

    /** {@code i8} or {@code i16}. */
    record Packed(int bits) implements StorageType {}
}
