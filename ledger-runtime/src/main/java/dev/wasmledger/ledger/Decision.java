package dev.wasmledger.ledger;

/**
 * What somebody decided about one thing.
 *
 * @param outcome in the contract's words, {@code exceeds-credits} for instance; {@code stopped} where the host stopped the whole
 *     command
 * @param by the name of the instance that decided; empty where it follows from what was decided about something else
 * @param reason for people to read; empty where the outcome says it all
 */
public record Decision(String outcome, String by, String reason) {}
