package dev.wasmledger.ledger;

import java.util.OptionalLong;

/**
 * What became of a command; it is durable.
 *
 * @param <A> what the components answer: a status or result for each asset, account or transfer, in the command's order
 */
public sealed interface CommandResult<A> {

    /**
     * The components have decided.
     *
     * @param sequence the number of the frame in the log that holds it, maybe with others that came at the same time; empty
     *     where nothing was changed, and so no frame left
     */
    record Carried<A>(A answer, OptionalLong sequence) implements CommandResult<A> {}

    /**
     * The host has stopped it. Nothing of it was done.
     *
     * @param sequence the number of its frame in the log, which holds the command and this verdict
     */
    record Stopped<A>(Verdict verdict, long sequence) implements CommandResult<A> {}
}
