package dev.wasmledger.components.fees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Veto;
import dev.wasmledger.components.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChargedBatchTest {

    private static final Rule RULE = new Rule(1, (short) 5, number(3), number(90), (short) 6);

    @Test
    void aFeeStandsAheadOfItsTransferAndIsLinkedToIt() {
        ChargedBatch batch =
                batch(transfer(1, 5), transfer(2, 7), transfer(3, 5, TransferFlags.LINKED), transfer(4, 5));
        assertThat(batch.transfers().stream().map(Transfer::id).map(U128::low))
                .containsExactly(1001L, 1L, 2L, 1003L, 3L, 1004L, 4L);
        Transfer fee = batch.transfers().get(0);
        assertThat(fee.flags()).isEqualTo(TransferFlags.LINKED);
        assertThat(fee.debitAccountId()).isEqualTo(number(10));
        assertThat(fee.creditAccountId()).isEqualTo(number(90));
        assertThat(fee.amount()).isEqualTo(number(3));
        assertThat(fee.code()).isEqualTo((short) 6);
        assertThat(fee.userData128()).isEqualTo(number(77));
        assertThat(batch.transfers().get(1)).isEqualTo(transfer(1, 5));
        assertThat(batch.transfers().get(4)).isEqualTo(transfer(3, 5, TransferFlags.LINKED));
    }

    @Test
    void whatIsKnownOrImportedOrGoesOnWithAPendingOneIsFree() {
        TransferList asked = TransferList.of(
                transfer(1, 5),
                transfer(2, 5, TransferFlags.IMPORTED),
                transfer(3, 5, TransferFlags.POST_PENDING_TRANSFER),
                transfer(4, 5, TransferFlags.VOID_PENDING_TRANSFER));
        ChargedBatch batch =
                new ChargedBatch(asked, new boolean[] {true, false, false, false}, RULE, ChargedBatchTest::feeId);
        assertThat(batch.transfers()).isEqualTo(asked);
    }

    @Test
    void whoGetsTheFeesPaysNone() {
        Rule own = new Rule(1, (short) 5, number(3), number(10), (short) 6);
        TransferList asked = TransferList.of(transfer(1, 5));
        assertThat(new ChargedBatch(asked, new boolean[1], own, ChargedBatchTest::feeId).transfers())
                .isEqualTo(asked);
    }

    @Test
    void theAnswerHasTheLengthAndOrderOfWhatWasAskedFor() {
        assertThat(answer(
                        batch(transfer(1, 5), transfer(2, 7), transfer(3, 5)),
                        TransferStatus.CREATED,
                        TransferStatus.CREATED,
                        TransferStatus.EXCEEDS_CREDITS,
                        TransferStatus.LINKED_EVENT_FAILED,
                        TransferStatus.ACCOUNTS_MUST_BE_DIFFERENT))
                .containsExactly("CREATED@1", "EXCEEDS_CREDITS@2", "ACCOUNTS_MUST_BE_DIFFERENT@4");
    }

    @Test
    void aTransferWhoseFeeFailsSaysWhatTheFeeSays() {
        assertThat(answer(batch(transfer(1, 5)), TransferStatus.EXCEEDS_CREDITS, TransferStatus.LINKED_EVENT_FAILED))
                .containsExactly("EXCEEDS_CREDITS@0");
        assertThat(answer(
                        batch(transfer(1, 5, TransferFlags.LINKED), transfer(2, 5)),
                        TransferStatus.LINKED_EVENT_FAILED,
                        TransferStatus.LINKED_EVENT_FAILED,
                        TransferStatus.LINKED_EVENT_FAILED,
                        TransferStatus.EXCEEDS_CREDITS))
                .containsExactly("LINKED_EVENT_FAILED@1", "EXCEEDS_CREDITS@3");
    }

    @Test
    void aVetoOfAFeeIsAVetoOfItsTransfer() {
        ChargedBatch batch = batch(transfer(1, 5), transfer(2, 5));
        TransferResults answer = batch.answer(new TransferResults(
                results(
                        TransferStatus.VETOED,
                        TransferStatus.LINKED_EVENT_FAILED,
                        TransferStatus.VETOED,
                        TransferStatus.VETOED),
                List.of(
                        new Veto(0, "limit", "too much"),
                        new Veto(2, "limit", "too much"),
                        new Veto(3, "limit", "far too much"))));
        assertThat(answer.results().stream().map(TransferResult::status))
                .containsExactly(TransferStatus.VETOED, TransferStatus.VETOED);
        assertThat(answer.vetoes())
                .containsExactly(new Veto(0, "limit", "its fee: too much"), new Veto(1, "limit", "far too much"));
    }

    @Test
    void aConfigHasToSayAllOfIt() {
        Settings none = new Settings(key -> Optional.empty());
        Rule.read(none);
        assertThat(none.summary())
                .isEqualTo("config cannot be used: `ledger` is missing; `code` is missing; `amount` is missing;"
                        + " `account` is missing; `fee-code` is missing");
        Settings same = new Settings(key -> Optional.of("5"));
        Rule.read(same);
        assertThat(same.summary()).endsWith("`fee-code` must be another one than `code`");
        Settings right = new Settings(key -> Optional.of(key.equals("fee-code") ? "6" : "5"));
        assertThat(Rule.read(right)).isEqualTo(new Rule(5, (short) 5, number(5), number(5), (short) 6));
        assertThat(right.mistakes()).isEmpty();
    }

    private static ChargedBatch batch(Transfer... transfers) {
        return new ChargedBatch(
                TransferList.of(transfers), new boolean[transfers.length], RULE, ChargedBatchTest::feeId);
    }

    private static U128 feeId(U128 id) {
        return number(1000 + id.low());
    }

    /** Statuses, each with the time that the ledger behind gave it. */
    private static List<String> answer(ChargedBatch batch, TransferStatus... statuses) {
        return batch.answer(new TransferResults(results(statuses), List.of())).results().stream()
                .map(result -> result.status() + "@" + result.timestamp())
                .toList();
    }

    private static TransferResultList results(TransferStatus... statuses) {
        return TransferResultList.copyOf(IntStream.range(0, statuses.length)
                .mapToObj(i -> new TransferResult(statuses[i], i))
                .toList());
    }

    private static Transfer transfer(long id, int code) {
        return transfer(id, code, TransferFlags.NONE);
    }

    private static Transfer transfer(long id, int code, TransferFlags flags) {
        return new Transfer(
                number(id),
                number(10),
                number(20),
                number(100),
                number(0),
                number(77),
                0,
                0,
                0,
                1,
                (short) code,
                flags,
                0);
    }

    private static U128 number(long low) {
        return new U128(low, 0);
    }
}
