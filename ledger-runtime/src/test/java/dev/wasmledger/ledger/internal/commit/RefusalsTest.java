package dev.wasmledger.ledger.internal.commit;

import static dev.wasmledger.ledger.Samples.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.ledger.internal.frame.Answer;
import dev.wasmledger.ledger.internal.frame.Command;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which refusals are worth a frame: those that say something of an id that the last one did not. */
class RefusalsTest {

    private static final TransferStatus FAILED = TransferStatus.LINKED_EVENT_FAILED;

    private final TableStore tables = new TableStore();
    private final Refusals refusals = new Refusals(tables);

    private final List<Transfer> chain = List.of(
            transfer(1, 1, 2, 5, TransferFlags.LINKED),
            transfer(2, 2, 3, 5, TransferFlags.LINKED),
            transfer(3, 3, 1, 5));

    @Test
    void isOneUntilAnotherOneIsSaidOfTheSameId() {
        assertThat(notes(TransferStatus.CODE_MUST_NOT_BE_ZERO)).isTrue();
        assertThat(notes(TransferStatus.CODE_MUST_NOT_BE_ZERO)).isFalse();
        assertThat(notes(TransferStatus.LEDGER_MUST_NOT_BE_ZERO)).isTrue();
        assertThat(notes(TransferStatus.CODE_MUST_NOT_BE_ZERO)).isTrue();
    }

    @Test
    void isNoneWhereTheIdWasToldSoBefore() {
        assertThat(notes(TransferStatus.CREATED)).isFalse();
        assertThat(notes(TransferStatus.EXISTS)).isFalse();
        assertThat(notes(TransferStatus.ID_ALREADY_FAILED)).isFalse();
    }

    @Test
    void isAVetoByItsPolicyWhateverTheReason() {
        assertThat(vetoes("limit", "8 of 10 spent")).isTrue();
        assertThat(vetoes("limit", "9 of 10 spent")).isFalse();
        assertThat(vetoes("deny-list", "9 of 10 spent")).isTrue();
    }

    @Test
    void isThatOfTheTransferThatFailsItsChain() {
        assertThat(notes(chain, List.of(FAILED, TransferStatus.EXCEEDS_CREDITS, FAILED), List.of()))
                .isTrue();
        assertThat(notes(chain, List.of(FAILED, TransferStatus.ID_ALREADY_FAILED, FAILED), List.of()))
                .isFalse();
        assertThat(notes(chain, List.of(TransferStatus.EXISTS, FAILED, FAILED), List.of()))
                .isFalse();
    }

    /** As where a program added a transfer to the chain, and that one failed. */
    @Test
    void isThatOfAChainWhereNoneOfItsTransfersSaysWhy() {
        assertThat(notes(chain, List.of(FAILED, FAILED, FAILED), List.of())).isTrue();
        assertThat(notes(chain, List.of(FAILED, FAILED, FAILED), List.of())).isFalse();
    }

    private boolean notes(TransferStatus status) {
        return notes(List.of(transfer(9, 1, 2, 5)), List.of(status), List.of());
    }

    private boolean vetoes(String policy, String reason) {
        return notes(
                List.of(transfer(8, 1, 2, 5), transfer(9, 1, 2, 5)),
                List.of(TransferStatus.CREATED, TransferStatus.VETOED),
                List.of(new Veto(1, policy, reason)));
    }

    /** Whether a command that changes nothing else is one to be logged. */
    private boolean notes(List<Transfer> transfers, List<TransferStatus> statuses, List<Veto> vetoes) {
        List<TransferResult> results =
                statuses.stream().map(status -> new TransferResult(status, 7)).toList();
        refusals.note(
                new Command.Commit(TransferList.copyOf(transfers), List.of(), List.of()),
                new Answer.Transfers(new TransferResults(TransferResultList.copyOf(results), vetoes)));
        boolean changed = tables.changed();
        tables.keep();
        return changed;
    }
}
