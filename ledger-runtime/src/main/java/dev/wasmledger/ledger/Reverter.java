package dev.wasmledger.ledger;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.commit.Waiting;
import dev.wasmledger.ledger.internal.host.InstanceIds;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a transaction back: its transfers in the same order, with debit and credit exchanged, as a transaction of their own. */
record Reverter(Ledger ledger, U128 transaction, U128 id, LocalDate day) {

    /** No instance's name has a colon, so no component derives the same ids. */
    private static final String DERIVING = "host:revert";

    /** The id that a reversal has where nobody chooses one: always the same, so that it happens once. */
    static U128 derivedId(U128 transaction) {
        return InstanceIds.derive(DERIVING, transaction, 0);
    }

    Reversal run() throws IOException, QueryFailedException {
        Optional<PostedTransaction> posted = posted();
        if (posted.isEmpty()) {
            return new Reversal.NotFound();
        }
        if (!posted.get().revertedBy().equals(U128s.ZERO)) {
            return new Reversal.AlreadyReverted(posted.get().revertedBy());
        }
        List<Transfer> taken = transfers(posted.get());
        Transaction about = new Transaction(id, Math.toIntExact(day.toEpochDay()), transaction, "", List.of());
        return switch (Waiting.on(ledger.commit(opposites(taken), List.of(about), List.of()))) {
            case CommandResult.Carried<TransferResults>(TransferResults answer, var sequence) -> outcome(taken, answer);
            case CommandResult.Stopped<TransferResults>(Verdict verdict, long sequence) ->
                new Reversal.Stopped(verdict);
        };
    }

    private Optional<PostedTransaction> posted() throws IOException, QueryFailedException {
        return ledger.lookupTransactions(List.of(transaction)).getFirst();
    }

    private List<Transfer> transfers(PostedTransaction posted) throws IOException, QueryFailedException {
        List<Transfer> transfers = new ArrayList<>();
        for (Optional<Transfer> transfer : ledger.lookupTransfers(posted.transfers())) {
            transfers.add(transfer.orElseThrow(
                    () -> new IllegalStateException("a transaction in the books has transfers that are not there")));
        }
        return transfers;
    }

    private List<Transfer> opposites(List<Transfer> taken) {
        List<Transfer> opposites = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            Transfer transfer = taken.get(i);
            opposites.add(new Transfer(
                    InstanceIds.derive(DERIVING, id, i + 1),
                    transfer.creditAccountId(),
                    transfer.debitAccountId(),
                    transfer.amount(),
                    U128s.ZERO,
                    id,
                    transfer.userData64(),
                    transfer.userData32(),
                    0,
                    transfer.ledger(),
                    transfer.code(),
                    i < taken.size() - 1 ? TransferFlags.LINKED : TransferFlags.NONE,
                    0));
        }
        return opposites;
    }

    /** The first transfer that did not fail for another one's sake says why the chain did. */
    private Reversal outcome(List<Transfer> taken, TransferResults results) throws IOException, QueryFailedException {
        for (int i = 0; i < taken.size(); i++) {
            TransferStatus status = results.results().status(i);
            switch (status) {
                case CREATED, LINKED_EVENT_FAILED -> {}
                case EXISTS, TRANSACTION_ALREADY_REVERTED -> {
                    // By somebody else, since it was looked up.
                    return new Reversal.AlreadyReverted(posted().orElseThrow().revertedBy());
                }
                case VETOED -> {
                    Veto veto = results.vetoes().getFirst();
                    return new Reversal.Vetoed(veto.policy(), veto.reason());
                }
                default -> {
                    return new Reversal.Refused(taken.get(i).id(), status);
                }
            }
        }
        return new Reversal.Reverted(id);
    }
}
