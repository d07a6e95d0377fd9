package dev.wasmledger.wit;

/**
 * Names an interface of one {@link ResolvedWit}.
 *
 * @param index its place in {@link ResolvedWit#interfaces()}
 */
public record InterfaceId(int index) {}
