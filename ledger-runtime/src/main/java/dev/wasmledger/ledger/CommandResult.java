package dev.wasmledger.ledger;

import java.util.List;
import java.util.OptionalLong;

/**
 * What became of a command; it is durable.
 *
 * @param <O> the outcome of one asset, account or transfer
 */
public sealed interface CommandResult<O> {

    /**
     * The components have decided.
     *
     * @param outcomes one for each item of the command, in its order
     * @param sequence the number of its frame in the log; empty where the command changed nothing, and so left none
     */
    record Carried<O>(List<O> outcomes, OptionalLong sequence) implements CommandResult<O> {}

    /**
     * The host has stopped it. Nothing of it was done.
     *
     * @param sequence the number of its frame in the log, which holds the command and this verdict
     */
    record Stopped<O>(Verdict verdict, long sequence) implements CommandResult<O> {}
}
