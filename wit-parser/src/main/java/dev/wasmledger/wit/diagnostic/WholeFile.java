package dev.wasmledger.wit.diagnostic;

/**
 * A file or folder as a whole: one that is missing, say.
 *
 * @param fileName the file, as it was given
 */
public record WholeFile(String fileName) implements Place {}
