package dev.wasmledger.ledger.log;

/**
 * What a crash left of frames that were being written: bytes behind the last whole frame. Nobody was ever told that they
 * had been committed, so they are cut off.
 *
 * @param file the path of the segment
 * @param offset where they start, in bytes
 * @param length how many they are, from there to the last that is not zero
 * @param problem what is wrong with the first of them
 */
public record TornTail(String file, long offset, long length, String problem) {}
