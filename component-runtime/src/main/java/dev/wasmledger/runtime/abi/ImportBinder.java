package dev.wasmledger.runtime.abi;

/** The side of a linker that generated bindings for imports use. */
public interface ImportBinder {

    /**
     * Provides an imported interface.
     *
     * @param name the import's name: an interface name or the plain name a composition gave it
     * @param core the binding's interface of core-typed calls; its methods take {@link CanonicalOptions} first
     * @param implementation lifts the arguments, calls the user's implementation and lowers the result
     */
    <C> void provide(String name, Class<C> core, C implementation);
}
