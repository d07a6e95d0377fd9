package dev.wasmledger.runtime.abi;

/**
 * An exported interface of an instance, bound to a binding's interface of core-typed calls.
 *
 * @param <C> the interface whose methods are marked with {@link CoreFunction} and {@link PostReturn}
 */
public interface BoundInterface<C> {

    /** Calls straight into the instance's core functions. */
    C core();

    /** What surrounds each call of the function with that WIT name. */
    ExportCall call(String function);
}
