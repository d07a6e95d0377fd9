package dev.wasmledger.component.type;

import java.util.List;
import java.util.Optional;

/** {@code (func async? (param label t)* (result t)?)}. */
public record FuncType(boolean async, List<Field> params, Optional<ValType> result) implements DefType, ExternType {

    public FuncType {
        params = List.copyOf(params);
    }

    public List<ValType> paramTypes() {
        return params.stream().map(Field::type).toList();
    }
}
