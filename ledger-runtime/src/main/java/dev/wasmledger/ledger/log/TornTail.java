package dev.wasmledger.ledger.log;

/**
 * What a crash left of frames that were being written: bytes behind the last whole frame. Nobody was ever told that they
 * had been committed, so they are cut off.
 *
 * @param offset where they start, in bytes
 * @param length how many they are
 * @param problem what is wrong with the first of them
 */
public record TornTail(long offset, long length, String problem) {}
