package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;

/** What became of an attempt to take a transaction back. */
public sealed interface Reversal {

    /**
     * It is taken back now.
     *
     * @param by the transaction that takes it back
     */
    record Reverted(U128 by) implements Reversal {}

    /**
     * It was taken back before; nothing was done.
     *
     * @param by the transaction that took it back
     */
    record AlreadyReverted(U128 by) implements Reversal {}

    /** There is no such transaction; nothing was done. */
    record NotFound() implements Reversal {}

    /** A policy said no. No id was used up: the same may be tried again. */
    record Vetoed(String policy, String reason) implements Reversal {}

    /**
     * The engine refused it.
     *
     * @param transfer the transfer of the reverted transaction whose opposite was refused
     * @param status why. Some reasons use up the id that the opposite has: then only another id can be tried
     */
    record Refused(U128 transfer, TransferStatus status) implements Reversal {}

    /** The host stopped the command. Nothing was done. */
    record Stopped(Verdict verdict) implements Reversal {}
}
