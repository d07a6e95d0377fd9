package dev.wasmledger.cli.journal;

/**
 * Something that a comment says about a transaction or a posting.
 *
 * @param key the tag's name; {@code note} for text that is no tag, {@code date} and {@code effective-date} for a day in
 *     square brackets
 * @param value the tag's value, empty for a tag that has none; days in ISO form
 */
public record Note(String key, String value) {}
