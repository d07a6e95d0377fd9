package dev.wasmledger.ledger;

/**
 * What a component says of how it came to what it did.
 *
 * @param instance the component's name in the deployment
 */
public record TraceLine(String instance, String text) {}
