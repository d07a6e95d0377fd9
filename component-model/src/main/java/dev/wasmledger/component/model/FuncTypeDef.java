package dev.wasmledger.component.model;

import java.util.List;
import java.util.Optional;

/** The definition of a function type (Binary.md, {@code functype}). */
public record FuncTypeDef(boolean async, List<LabeledType> params, Optional<ValTypeRef> result) implements TypeDef {

    public FuncTypeDef {
        params = List.copyOf(params);
    }
}
