package dev.wasmledger.runtime.dynamic;

import java.util.List;
import java.util.Optional;

/** A function that the host provides, with values as trees. */
@FunctionalInterface
public interface HostFunction {

    /**
     * Called by a component. What it throws becomes a trap of the component.
     *
     * @param arguments of the parameters' types; what was lent with them is only good for the length of the call
     * @return of the declared result's type; empty where there is none
     */
    Optional<Val> call(List<Val> arguments);
}
