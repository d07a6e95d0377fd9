package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferError;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferOutcome;
import dev.wasmledger.guest.UInt128;
import java.util.Optional;

/**
 * What becomes of a single transfer. The order of the checks is that of {@link TransferError}; chains are the business of
 * {@link Batch}.
 */
final class TransferRules {

    private TransferRules() {}

    /** Decides about a transfer, and commits it to the working set if nothing speaks against it. */
    static TransferOutcome apply(Transfer transfer, long timestamp, WorkingSet changes) {
        if (transfer.timestamp() != 0) {
            return rejected(TransferError.TIMESTAMP_MUST_BE_ZERO);
        }
        if (Ids.isZero(transfer.id())) {
            return rejected(TransferError.ID_MUST_NOT_BE_ZERO);
        }
        if (Ids.isMax(transfer.id())) {
            return rejected(TransferError.ID_MUST_NOT_BE_MAX);
        }
        Optional<Transfer> existing = changes.transfer(transfer.id());
        if (existing.isPresent()) {
            return resubmission(transfer, existing.get());
        }
        Optional<TransferError> malformed = fieldError(transfer);
        return malformed.isPresent() ? rejected(malformed.get()) : move(transfer, timestamp, changes);
    }

    private static TransferOutcome resubmission(Transfer transfer, Transfer existing) {
        if (!transfer.flags().equals(existing.flags())) {
            return rejected(TransferError.EXISTS_WITH_DIFFERENT_FLAGS);
        }
        if (!transfer.debitAccount().equals(existing.debitAccount())) {
            return rejected(TransferError.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT);
        }
        if (!transfer.creditAccount().equals(existing.creditAccount())) {
            return rejected(TransferError.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT);
        }
        if (!transfer.amount().equals(existing.amount())) {
            return rejected(TransferError.EXISTS_WITH_DIFFERENT_AMOUNT);
        }
        if (!transfer.userData().equals(existing.userData())) {
            return rejected(TransferError.EXISTS_WITH_DIFFERENT_USER_DATA);
        }
        if (transfer.ledger() != existing.ledger()) {
            return rejected(TransferError.EXISTS_WITH_DIFFERENT_LEDGER);
        }
        if (transfer.code() != existing.code()) {
            return rejected(TransferError.EXISTS_WITH_DIFFERENT_CODE);
        }
        return new TransferOutcome.Exists();
    }

    /** What is wrong with the transfer whatever the books say. */
    private static Optional<TransferError> fieldError(Transfer transfer) {
        if (Ids.isZero(transfer.debitAccount())) {
            return Optional.of(TransferError.DEBIT_ACCOUNT_MUST_NOT_BE_ZERO);
        }
        if (Ids.isMax(transfer.debitAccount())) {
            return Optional.of(TransferError.DEBIT_ACCOUNT_MUST_NOT_BE_MAX);
        }
        if (Ids.isZero(transfer.creditAccount())) {
            return Optional.of(TransferError.CREDIT_ACCOUNT_MUST_NOT_BE_ZERO);
        }
        if (Ids.isMax(transfer.creditAccount())) {
            return Optional.of(TransferError.CREDIT_ACCOUNT_MUST_NOT_BE_MAX);
        }
        if (transfer.debitAccount().equals(transfer.creditAccount())) {
            return Optional.of(TransferError.ACCOUNTS_MUST_BE_DIFFERENT);
        }
        if (Ids.isZero(transfer.amount())) {
            return Optional.of(TransferError.AMOUNT_MUST_NOT_BE_ZERO);
        }
        if (transfer.ledger() == 0) {
            return Optional.of(TransferError.LEDGER_MUST_NOT_BE_ZERO);
        }
        if (transfer.code() == 0) {
            return Optional.of(TransferError.CODE_MUST_NOT_BE_ZERO);
        }
        return Optional.empty();
    }

    private static TransferOutcome move(Transfer transfer, long timestamp, WorkingSet changes) {
        Optional<Account> debited = changes.account(transfer.debitAccount());
        if (debited.isEmpty()) {
            return rejected(TransferError.DEBIT_ACCOUNT_NOT_FOUND);
        }
        Optional<Account> credited = changes.account(transfer.creditAccount());
        if (credited.isEmpty()) {
            return rejected(TransferError.CREDIT_ACCOUNT_NOT_FOUND);
        }
        return move(transfer, timestamp, debited.get(), credited.get(), changes);
    }

    private static TransferOutcome move(
            Transfer transfer, long timestamp, Account debited, Account credited, WorkingSet changes) {
        if (debited.ledger() != credited.ledger()) {
            return rejected(TransferError.ACCOUNTS_MUST_HAVE_THE_SAME_LEDGER);
        }
        if (transfer.ledger() != debited.ledger()) {
            return rejected(TransferError.TRANSFER_MUST_HAVE_THE_SAME_LEDGER_AS_ACCOUNTS);
        }
        UInt128 amount = Ids.number(transfer.amount());
        Optional<UInt128> debits = Ids.number(debited.debitsPosted()).plus(amount);
        if (debits.isEmpty()) {
            return rejected(TransferError.OVERFLOWS_DEBITS_POSTED);
        }
        Optional<UInt128> credits = Ids.number(credited.creditsPosted()).plus(amount);
        if (credits.isEmpty()) {
            return rejected(TransferError.OVERFLOWS_CREDITS_POSTED);
        }
        if (debited.flags().contains(AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS)
                && debits.get().isGreaterThan(Ids.number(debited.creditsPosted()))) {
            return rejected(TransferError.EXCEEDS_CREDITS);
        }
        if (credited.flags().contains(AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS)
                && credits.get().isGreaterThan(Ids.number(credited.debitsPosted()))) {
            return rejected(TransferError.EXCEEDS_DEBITS);
        }
        changes.commit(
                withTimestamp(transfer, timestamp),
                Accounts.withDebits(debited, debits.get()),
                Accounts.withCredits(credited, credits.get()));
        return new TransferOutcome.Committed();
    }

    private static Transfer withTimestamp(Transfer transfer, long timestamp) {
        return new Transfer(
                transfer.id(),
                transfer.debitAccount(),
                transfer.creditAccount(),
                transfer.amount(),
                transfer.userData(),
                transfer.ledger(),
                transfer.code(),
                transfer.flags(),
                timestamp);
    }

    private static TransferOutcome rejected(TransferError error) {
        return new TransferOutcome.Rejected(error);
    }
}
