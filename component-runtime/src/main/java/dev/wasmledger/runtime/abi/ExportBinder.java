package dev.wasmledger.runtime.abi;

/** The side of an instance that generated bindings for its exports use. */
public interface ExportBinder {

    /**
     * Binds an exported interface.
     *
     * @param name the export's name: an interface name ({@code a:b/c@0.1.0}) or the plain name a composition gave it
     * @param core the binding's interface of core-typed calls
     * @throws dev.wasmledger.runtime.LinkException if there is no such export, or a function of it is missing or has
     *     another type than the binding was generated for
     */
    <C> BoundInterface<C> bind(String name, Class<C> core);
}
