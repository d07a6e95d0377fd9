package dev.wasmledger.runtime;

/** Is told how far compilation has come, on the thread that loads the component. */
@FunctionalInterface
public interface CompileProgress {

    /** Tells nobody. */
    CompileProgress NONE = (done, of) -> {};

    /**
     * More is ready, compiled just now or found in a cache.
     *
     * @param done bytes of core modules that are ready
     * @param of bytes of all core modules of the component; in the last call both are equal
     */
    void compiled(long done, long of);
}
