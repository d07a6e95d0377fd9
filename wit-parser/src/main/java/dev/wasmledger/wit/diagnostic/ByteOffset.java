package dev.wasmledger.wit.diagnostic;

/**
 * A byte of a binary file.
 *
 * @param fileName the file, as it was given
 * @param offset counted from 0
 */
public record ByteOffset(String fileName, long offset) implements Place {}
