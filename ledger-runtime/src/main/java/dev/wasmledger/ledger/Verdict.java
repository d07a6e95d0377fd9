package dev.wasmledger.ledger;

/**
 * Why the host took nothing of a command: a component trapped, went beyond its limits, or said something that the host's own
 * sums contradict.
 *
 * @param instance the innermost component instance concerned, as the deployment calls it
 * @param reason what happened, for people to read
 */
public record Verdict(String instance, String reason) {}
