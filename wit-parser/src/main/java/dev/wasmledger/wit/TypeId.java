package dev.wasmledger.wit;

/**
 * Names a type definition of one {@link ResolvedWit}.
 *
 * @param index its place in {@link ResolvedWit#types()}
 */
public record TypeId(int index) {}
