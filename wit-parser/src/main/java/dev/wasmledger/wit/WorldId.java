package dev.wasmledger.wit;

/**
 * Names a world of one {@link ResolvedWit}.
 *
 * @param index its place in {@link ResolvedWit#worlds()}
 */
public record WorldId(int index) {}
