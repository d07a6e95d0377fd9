package dev.wasmledger.runtime.wast;

/**
 * One command of a script.
 *
 * @param line in the script, from 1
 * @param type as the manifest has it, {@code assert_return} for instance
 */
public record CommandReport(int line, String type, Outcome outcome) {}
