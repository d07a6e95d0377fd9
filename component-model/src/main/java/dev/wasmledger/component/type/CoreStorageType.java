package dev.wasmledger.component.type;

/** What a field of a struct or array holds. */
public sealed interface CoreStorageType permits CoreValType, CorePackedType {}
