package dev.wasmledger.wit.diagnostic;

/**
 * A further place that a diagnostic speaks of.
 *
 * @param place where
 * @param message what is there, in a few words: "first defined here"
 */
public record LabelledPlace(Place place, String message) {}
