package dev.wasmledger.oracle;

/**
 * One thing to be done at a time.
 *
 * @param now the time of it; a step of n items owns n nanoseconds
 */
record Step(long now, Command command) {}
