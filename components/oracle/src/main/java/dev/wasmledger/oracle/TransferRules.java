package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Numbers.MAX;
import static dev.wasmledger.oracle.Numbers.ZERO;
import static dev.wasmledger.oracle.Numbers.big;
import static dev.wasmledger.oracle.Numbers.overflows;
import static dev.wasmledger.oracle.Numbers.u128;

import dev.wasmledger.oracle.Books.Settlement;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Account;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a transfer is created: TigerBeetle's reference, transfer and requests/create_transfers.
 *
 * @param importing whether the request's first transfer is imported
 * @param now when the request was made
 */
record TransferRules(Books books, boolean importing, long now) {

    static final long NANOSECONDS = 1_000_000_000;

    /** Failures that could have passed away by the time of a second try, which is why there is none. */
    static final Set<TransferStatus> TRANSIENT = EnumSet.of(
            TransferStatus.DEBIT_ACCOUNT_NOT_FOUND,
            TransferStatus.CREDIT_ACCOUNT_NOT_FOUND,
            TransferStatus.PENDING_TRANSFER_NOT_FOUND,
            TransferStatus.EXCEEDS_CREDITS,
            TransferStatus.EXCEEDS_DEBITS,
            TransferStatus.DEBIT_ACCOUNT_ALREADY_CLOSED,
            TransferStatus.CREDIT_ACCOUNT_ALREADY_CLOSED);

    private static final TransferFlags RESOLVES =
            TransferFlags.POST_PENDING_TRANSFER.with(TransferFlags.VOID_PENDING_TRANSFER);
    private static final TransferFlags BESIDE_RESOLVES = TransferFlags.LINKED.with(TransferFlags.IMPORTED);

    /** Creates a transfer, or says why not. */
    TransferStatus create(Transfer transfer, long time) {
        boolean imported = is(transfer, TransferFlags.IMPORTED);
        if (importing && !imported) {
            return TransferStatus.IMPORTED_EVENT_EXPECTED;
        }
        if (!importing && imported) {
            return TransferStatus.IMPORTED_EVENT_NOT_EXPECTED;
        }
        if (!imported && transfer.timestamp() != 0) {
            return TransferStatus.TIMESTAMP_MUST_BE_ZERO;
        }
        if (imported && transfer.timestamp() <= 0) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_OUT_OF_RANGE;
        }
        if (imported && transfer.timestamp() >= now) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_ADVANCE;
        }
        if (transfer.id().equals(ZERO)) {
            return TransferStatus.ID_MUST_NOT_BE_ZERO;
        }
        if (transfer.id().equals(MAX)) {
            return TransferStatus.ID_MUST_NOT_BE_INT_MAX;
        }
        Transfer existing = books.transfers.get(transfer.id());
        if (existing != null) {
            Transfer pending = books.transfers.get(existing.pendingId());
            return pending == null
                    ? Resubmission.of(transfer, existing)
                    : Resubmission.ofResolution(transfer, existing, pending);
        }
        if (books.failed.contains(transfer.id())) {
            return TransferStatus.ID_ALREADY_FAILED;
        }
        boolean resolves =
                is(transfer, TransferFlags.POST_PENDING_TRANSFER) || is(transfer, TransferFlags.VOID_PENDING_TRANSFER);
        if (resolves && !oneResolutionAlone(transfer)) {
            return TransferStatus.FLAGS_ARE_MUTUALLY_EXCLUSIVE;
        }
        long timestamp = imported ? transfer.timestamp() : time;
        return resolves
                ? new ResolutionRules(books, time).resolve(transfer, timestamp)
                : move(transfer, timestamp, imported);
    }

    private static boolean oneResolutionAlone(Transfer transfer) {
        return !transfer.flags().contains(RESOLVES)
                && transfer.flags().without(RESOLVES).without(BESIDE_RESOLVES).equals(TransferFlags.NONE);
    }

    private TransferStatus move(Transfer transfer, long timestamp, boolean imported) {
        boolean pending = is(transfer, TransferFlags.PENDING);
        TransferStatus wrong = wrongInItself(transfer, pending);
        if (wrong != TransferStatus.CREATED) {
            return wrong;
        }
        Account debited = books.accounts.get(transfer.debitAccountId());
        Account credited = books.accounts.get(transfer.creditAccountId());
        if (debited == null) {
            return TransferStatus.DEBIT_ACCOUNT_NOT_FOUND;
        }
        if (credited == null) {
            return TransferStatus.CREDIT_ACCOUNT_NOT_FOUND;
        }
        if (debited.ledger() != credited.ledger()) {
            return TransferStatus.ACCOUNTS_MUST_HAVE_THE_SAME_LEDGER;
        }
        if (transfer.ledger() != debited.ledger()) {
            return TransferStatus.TRANSFER_MUST_HAVE_THE_SAME_LEDGER_AS_ACCOUNTS;
        }
        if (imported) {
            wrong = wrongImport(books, transfer, debited, credited);
            if (wrong != TransferStatus.CREATED) {
                return wrong;
            }
        }
        if (debited.flags().contains(AccountFlags.CLOSED)) {
            return TransferStatus.DEBIT_ACCOUNT_ALREADY_CLOSED;
        }
        if (credited.flags().contains(AccountFlags.CLOSED)) {
            return TransferStatus.CREDIT_ACCOUNT_ALREADY_CLOSED;
        }
        BigInteger amount = amount(transfer, debited, credited);
        wrong = tooMuch(transfer, timestamp, amount, debited, credited);
        if (wrong != TransferStatus.CREATED) {
            return wrong;
        }
        write(transfer, timestamp, amount);
        return TransferStatus.CREATED;
    }

    /** What can be seen without looking at the books. */
    private static TransferStatus wrongInItself(Transfer transfer, boolean pending) {
        if (transfer.debitAccountId().equals(ZERO)) {
            return TransferStatus.DEBIT_ACCOUNT_ID_MUST_NOT_BE_ZERO;
        }
        if (transfer.debitAccountId().equals(MAX)) {
            return TransferStatus.DEBIT_ACCOUNT_ID_MUST_NOT_BE_INT_MAX;
        }
        if (transfer.creditAccountId().equals(ZERO)) {
            return TransferStatus.CREDIT_ACCOUNT_ID_MUST_NOT_BE_ZERO;
        }
        if (transfer.creditAccountId().equals(MAX)) {
            return TransferStatus.CREDIT_ACCOUNT_ID_MUST_NOT_BE_INT_MAX;
        }
        if (transfer.debitAccountId().equals(transfer.creditAccountId())) {
            return TransferStatus.ACCOUNTS_MUST_BE_DIFFERENT;
        }
        if (!transfer.pendingId().equals(ZERO)) {
            return TransferStatus.PENDING_ID_MUST_BE_ZERO;
        }
        if (!pending && transfer.timeout() != 0) {
            return TransferStatus.TIMEOUT_RESERVED_FOR_PENDING_TRANSFER;
        }
        if (!pending && (is(transfer, TransferFlags.CLOSING_DEBIT) || is(transfer, TransferFlags.CLOSING_CREDIT))) {
            return TransferStatus.CLOSING_TRANSFER_MUST_BE_PENDING;
        }
        if (transfer.ledger() == 0) {
            return TransferStatus.LEDGER_MUST_NOT_BE_ZERO;
        }
        if (transfer.code() == 0) {
            return TransferStatus.CODE_MUST_NOT_BE_ZERO;
        }
        return TransferStatus.CREATED;
    }

    static TransferStatus wrongImport(Books books, Transfer transfer, Account debited, Account credited) {
        long timestamp = transfer.timestamp();
        boolean regresses = !books.committed.isEmpty()
                && timestamp <= books.committed.getLast().timestamp();
        if (regresses || books.expiryTimes.contains(timestamp) || books.accountTimes.contains(timestamp)) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_NOT_REGRESS;
        }
        if (timestamp <= debited.timestamp()) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_POSTDATE_DEBIT_ACCOUNT;
        }
        if (timestamp <= credited.timestamp()) {
            return TransferStatus.IMPORTED_EVENT_TIMESTAMP_MUST_POSTDATE_CREDIT_ACCOUNT;
        }
        if (transfer.timeout() != 0) {
            return TransferStatus.IMPORTED_EVENT_TIMEOUT_MUST_BE_ZERO;
        }
        return TransferStatus.CREATED;
    }

    /** What is to move: less than was asked for where the transfer balances an account. */
    private static BigInteger amount(Transfer transfer, Account debited, Account credited) {
        BigInteger amount = big(transfer.amount());
        if (is(transfer, TransferFlags.BALANCING_DEBIT)) {
            BigInteger debits = big(debited.debitsPending()).add(big(debited.debitsPosted()));
            amount = amount.min(big(debited.creditsPosted()).subtract(debits).max(BigInteger.ZERO));
        }
        if (is(transfer, TransferFlags.BALANCING_CREDIT)) {
            BigInteger credits = big(credited.creditsPending()).add(big(credited.creditsPosted()));
            amount = amount.min(big(credited.debitsPosted()).subtract(credits).max(BigInteger.ZERO));
        }
        return amount;
    }

    private static TransferStatus tooMuch(
            Transfer transfer, long timestamp, BigInteger amount, Account debited, Account credited) {
        BigInteger debitsPending = big(debited.debitsPending()).add(amount);
        BigInteger creditsPending = big(credited.creditsPending()).add(amount);
        if (is(transfer, TransferFlags.PENDING) && overflows(debitsPending)) {
            return TransferStatus.OVERFLOWS_DEBITS_PENDING;
        }
        if (is(transfer, TransferFlags.PENDING) && overflows(creditsPending)) {
            return TransferStatus.OVERFLOWS_CREDITS_PENDING;
        }
        if (overflows(big(debited.debitsPosted()).add(amount))) {
            return TransferStatus.OVERFLOWS_DEBITS_POSTED;
        }
        if (overflows(big(credited.creditsPosted()).add(amount))) {
            return TransferStatus.OVERFLOWS_CREDITS_POSTED;
        }
        BigInteger debits = debitsPending.add(big(debited.debitsPosted()));
        BigInteger credits = creditsPending.add(big(credited.creditsPosted()));
        if (overflows(debits)) {
            return TransferStatus.OVERFLOWS_DEBITS;
        }
        if (overflows(credits)) {
            return TransferStatus.OVERFLOWS_CREDITS;
        }
        if (due(transfer, timestamp) < 0) {
            return TransferStatus.OVERFLOWS_TIMEOUT;
        }
        if (debited.flags().contains(AccountFlags.DEBITS_MUST_NOT_EXCEED_CREDITS)
                && debits.compareTo(big(debited.creditsPosted())) > 0) {
            return TransferStatus.EXCEEDS_CREDITS;
        }
        if (credited.flags().contains(AccountFlags.CREDITS_MUST_NOT_EXCEED_DEBITS)
                && credits.compareTo(big(credited.debitsPosted())) > 0) {
            return TransferStatus.EXCEEDS_DEBITS;
        }
        return TransferStatus.CREATED;
    }

    /** When a transfer expires that has a timeout; negative beyond 2^63. Timeouts stay below 2^62 nanoseconds. */
    static long due(Transfer transfer, long timestamp) {
        return timestamp + Integer.toUnsignedLong(transfer.timeout()) * NANOSECONDS;
    }

    private void write(Transfer transfer, long timestamp, BigInteger amount) {
        boolean pending = is(transfer, TransferFlags.PENDING);
        Transfer recorded = new Transfer(
                transfer.id(),
                transfer.debitAccountId(),
                transfer.creditAccountId(),
                u128(amount),
                ZERO,
                transfer.userData128(),
                transfer.userData64(),
                transfer.userData32(),
                transfer.timeout(),
                transfer.ledger(),
                transfer.code(),
                transfer.flags(),
                timestamp);
        Posting posting = new Posting(books);
        posting.record(recorded);
        if (pending) {
            books.put(books.settlements, recorded.id(), Settlement.OPEN);
            posting.post(EventKind.TWO_PHASE_PENDING, timestamp, recorded, amount, BigInteger.ZERO);
        } else {
            posting.post(EventKind.SINGLE_PHASE, timestamp, recorded, BigInteger.ZERO, amount);
        }
    }

    static boolean is(Transfer transfer, TransferFlags flag) {
        return transfer.flags().contains(flag);
    }
}
