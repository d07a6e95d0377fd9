package dev.wasmledger.component.type;

import java.util.List;

/** A function type of core WebAssembly. */
public record CoreFuncType(List<CoreValType> params, List<CoreValType> results) implements CoreCompositeType {

    public CoreFuncType {
        params = List.copyOf(params);
        results = List.copyOf(results);
    }
}
