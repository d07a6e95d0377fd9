package dev.wasmledger.runtime.internal.core;

/**
 * A core function that can be called. Every one implements the interface that its {@link CoreSignature} names as well,
 * whose {@code call} method takes and gives JVM primitives; this method is for indirect calls and tools.
 */
public interface CoreCallable {

    /**
     * Calls with each value in a {@code long}: i32 sign-extended, floats as their bits.
     *
     * @return one element for each result
     */
    long[] callBoxed(long[] arguments);
}
