package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Entry;
import java.util.List;

/**
 * Something that would have been decided otherwise.
 *
 * @param sequence the frame of the command
 * @param subject what it is about: {@code transfer 5} for instance, or {@code command}
 * @param text what the command says about it for people to read, or about the chain that it belongs to
 */
public record OutcomeDifference(long sequence, String subject, List<Entry> text, Decision was, Decision wouldBe) {}
