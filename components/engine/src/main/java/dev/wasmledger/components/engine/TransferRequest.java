package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferStatus;

/** A request to commit transfers. */
final class TransferRequest extends Request<TransferStatus> {

    private static final Common<TransferStatus> COMMON = new Common<>(
            TransferState.LINKED,
            TransferState.IMPORTED,
            TransferStatus.CREATED,
            TransferStatus.EXISTS,
            TransferStatus.LINKED_EVENT_FAILED,
            TransferStatus.LINKED_EVENT_CHAIN_OPEN,
            TransferStatus.IMPORTED_EVENT_EXPECTED,
            TransferStatus.IMPORTED_EVENT_NOT_EXPECTED,
            TransferStatus.TIMESTAMP_MUST_BE_ZERO,
            TransferStatus.IMPORTED_EVENT_TIMESTAMP_OUT_OF_RANGE,
            TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_ADVANCE);

    private final TransferList transfers;
    private final Transactions transactions;

    /** What is requested with an id that is taken. */
    private final TransferState again = new TransferState();

    TransferRequest(TransferList transfers, Transactions transactions, long now, WorkingSet books) {
        super(now, books, COMMON, new TransferStatus[transfers.size()]);
        this.transfers = transfers;
        this.transactions = transactions;
    }

    @Override
    int flags(int index) {
        return transfers.flagsBits(index);
    }

    @Override
    long timestamp(int index) {
        return transfers.timestamp(index);
    }

    @Override
    TransferStatus carryOut(int index) {
        TransferState there = books.requested(index);
        if (there.exists) {
            again.read(transfers, index);
            return Resubmission.status(again, there, books);
        }
        there.read(transfers, index);
        return TransferRules.commit(there, books.debit(index), books.credit(index), now + index, books);
    }

    @Override
    TransferStatus finish(int first, int last) {
        return transactions.finish(transfers, first, last, books);
    }

    @Override
    long timeInBooks(int index, TransferStatus status) {
        return books.requested(index).record.timestamp();
    }

    @Override
    boolean finishesChains() {
        return transactions.isPresent();
    }

    @Override
    void failed(int index, TransferStatus status) {
        if (usesUpId(status)) {
            books.useUp(books.requested(index));
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
