package dev.wasmledger.runtime.dynamic;

import dev.wasmledger.component.type.FuncType;
import java.util.List;
import java.util.Optional;

/** An exported function of an instance. */
public interface Func {

    FuncType type();

    /**
     * Calls it.
     *
     * @return its result, if its type has one
     * @throws IllegalArgumentException if the arguments are not of the parameters' types; nothing has run then
     * @throws dev.wasmledger.runtime.Trap if the call traps
     */
    Optional<Val> call(List<Val> arguments);
}
