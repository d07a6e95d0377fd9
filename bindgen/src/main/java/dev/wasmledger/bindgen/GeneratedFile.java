package dev.wasmledger.bindgen;

/**
 * One file of bindings.
 *
 * @param path where it belongs below the output folder, with slashes: {@code dev/acme/Ledger.java}
 * @param content its whole text, with {@code \n} at each line's end
 */
public record GeneratedFile(String path, String content) {}
