package dev.wasmledger.wit;

/**
 * Names a package of one {@link ResolvedWit}.
 *
 * @param index its place in {@link ResolvedWit#packages()}
 */
public record PackageId(int index) {}
