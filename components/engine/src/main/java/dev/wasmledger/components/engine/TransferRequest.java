package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferStatus;
import java.util.List;

/** A request to commit transfers. */
final class TransferRequest extends Request<TransferStatus> {

    private static final Common<TransferStatus> COMMON = new Common<>(
            TransferStatus.CREATED,
            TransferStatus.LINKED_EVENT_FAILED,
            TransferStatus.LINKED_EVENT_CHAIN_OPEN,
            TransferStatus.IMPORTED_EVENT_EXPECTED,
            TransferStatus.IMPORTED_EVENT_NOT_EXPECTED,
            TransferStatus.TIMESTAMP_MUST_BE_ZERO,
            TransferStatus.IMPORTED_EVENT_TIMESTAMP_OUT_OF_RANGE,
            TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_ADVANCE);

    private final TransferList transfers;
    private final Transactions transactions;

    TransferRequest(
            TransferList transfers,
            Transactions transactions,
            long now,
            WorkingSet books,
            List<TransferStatus> statuses) {
        super(transfers.size(), now, books, COMMON, statuses);
        this.transfers = transfers;
        this.transactions = transactions;
    }

    @Override
    boolean isLinked(int index) {
        return (transfers.flagsBits(index) & TransferState.LINKED) != 0;
    }

    @Override
    boolean isImported(int index) {
        return (transfers.flagsBits(index) & TransferState.IMPORTED) != 0;
    }

    @Override
    long timestamp(int index) {
        return transfers.timestamp(index);
    }

    @Override
    TransferStatus carryOut(int index) {
        return TransferRules.commit(TransferState.of(transfers, index), now + index, books);
    }

    @Override
    TransferStatus finish(int first, int last) {
        return transactions.finish(transfers, first, last, books);
    }

    @Override
    long timeInBooks(int index, TransferStatus status) {
        if (status != TransferStatus.CREATED && status != TransferStatus.EXISTS) {
            return -1;
        }
        TransferState there = books.transfer(transfers.idLow(index), transfers.idHigh(index));
        return there == null ? -1 : there.timestamp;
    }

    @Override
    boolean takesBackSingles() {
        return transactions.isPresent();
    }

    @Override
    void failed(int index, TransferStatus status) {
        if (usesUpId(status)) {
            books.useUp(transfers.idLow(index), transfers.idHigh(index));
        }
    }

    /** What another attempt could find otherwise; a retry must not succeed where the first attempt was told to have failed. */
    private static boolean usesUpId(TransferStatus status) {
        return switch (status) {
            case DEBIT_ACCOUNT_NOT_FOUND,
                    CREDIT_ACCOUNT_NOT_FOUND,
                    PENDING_TRANSFER_NOT_FOUND,
                    DEBIT_ACCOUNT_ALREADY_CLOSED,
                    CREDIT_ACCOUNT_ALREADY_CLOSED,
                    EXCEEDS_CREDITS,
                    EXCEEDS_DEBITS -> true;
            default -> false;
        };
    }
}
