package dev.wasmledger.component.model;

import dev.wasmledger.component.type.CoreValType;
import java.util.Optional;

/** {@code (resource (rep t) (dtor f)?)}. */
public record ResourceTypeDef(CoreValType representation, Optional<Index.CoreFunc> destructor) implements TypeDef {}
