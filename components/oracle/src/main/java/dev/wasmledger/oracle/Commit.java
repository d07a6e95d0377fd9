package dev.wasmledger.oracle;

import static dev.wasmledger.oracle.Numbers.MAX;
import static dev.wasmledger.oracle.Numbers.ZERO;

import dev.wasmledger.oracle.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResult;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128;
import dev.wasmledger.oracle.bindings.wasmledger.types.types.U128List;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A request to commit transfers, with the transactions and the text that belong to them.
 *
 * @param times when each transfer that is created, or exists, was created
 */
record Commit(
        Books books,
        long now,
        List<Transfer> transfers,
        List<Transaction> transactions,
        List<Metadata> metadata,
        Map<Integer, Long> times)
        implements Chains.Request<TransferStatus> {

    Commit(Books books, long now, List<Transfer> transfers, List<Transaction> transactions, List<Metadata> metadata) {
        this(books, now, transfers, transactions, metadata, new HashMap<>());
    }

    TransferResults carryOut() {
        List<TransferStatus> answers = new Chains<>(
                        books,
                        TransferStatus.CREATED,
                        TransferStatus.LINKED_EVENT_FAILED,
                        TransferStatus.LINKED_EVENT_CHAIN_OPEN)
                .carryOut(this);
        List<TransferResult> results = IntStream.range(0, transfers.size())
                .mapToObj(item ->
                        new TransferResult(answers.get(item), stands(answers.get(item)) ? time(item) : now + item))
                .toList();
        return new TransferResults(TransferResultList.copyOf(results), List.of());
    }

    private long time(int item) {
        return Objects.requireNonNull(times.get(item));
    }

    private static boolean stands(TransferStatus status) {
        return status == TransferStatus.CREATED || status == TransferStatus.EXISTS;
    }

    @Override
    public int size() {
        return transfers.size();
    }

    @Override
    public boolean linked(int item) {
        return transfers.get(item).flags().contains(TransferFlags.LINKED);
    }

    @Override
    public TransferStatus decide(int item) {
        boolean importing = transfers.getFirst().flags().contains(TransferFlags.IMPORTED);
        Transfer transfer = transfers.get(item);
        TransferStatus status = new TransferRules(books, importing, now).create(transfer, now + item);
        if (stands(status)) {
            times.put(
                    item,
                    Objects.requireNonNull(books.transfers.get(transfer.id())).timestamp());
        }
        return status;
    }

    /** Only what could have gone well at another time uses its id up; that is said even where a chain is taken back. */
    @Override
    public void refused(int item, TransferStatus answer) {
        if (TransferRules.TRANSIENT.contains(answer)) {
            books.failed.add(transfers.get(item).id());
        }
    }

    @Override
    public TransferStatus conclude(Chains.Chain chain) {
        List<Transfer> chained = transfers.subList(chain.first(), chain.last() + 1);
        U128 id = chained.getFirst().userData128();
        Optional<Transaction> transaction =
                transactions.stream().filter(one -> one.id().equals(id)).findFirst();
        List<Transfer> members = chained.stream()
                .filter(transfer -> transfer.userData128().equals(id))
                .map(transfer -> Objects.requireNonNull(books.transfers.get(transfer.id())))
                .toList();
        TransferStatus status = transaction.map(one -> status(one, members)).orElse(TransferStatus.CREATED);
        if (status == TransferStatus.CREATED) {
            transaction.ifPresent(one -> write(one, members));
            chained.forEach(transfer -> books.keepText(transfer.id(), metadata));
        }
        return status;
    }

    private TransferStatus status(Transaction transaction, List<Transfer> members) {
        U128 id = transaction.id();
        if (id.equals(ZERO) || id.equals(MAX) || books.transactions.containsKey(id)) {
            return TransferStatus.TRANSACTION_ID_NOT_FREE;
        }
        if (transaction.reverts().equals(ZERO)) {
            return TransferStatus.CREATED;
        }
        PostedTransaction reverted = books.transactions.get(transaction.reverts());
        if (reverted == null) {
            return TransferStatus.REVERTED_TRANSACTION_NOT_FOUND;
        }
        if (!reverted.revertedBy().equals(ZERO)) {
            return TransferStatus.TRANSACTION_ALREADY_REVERTED;
        }
        return isReverse(members, reverted.transfers())
                ? TransferStatus.CREATED
                : TransferStatus.TRANSFERS_MUST_BE_THE_REVERSE;
    }

    private boolean isReverse(List<Transfer> members, List<U128> reverted) {
        return members.size() == reverted.size()
                && IntStream.range(0, members.size())
                        .allMatch(item -> isReverse(
                                members.get(item), Objects.requireNonNull(books.transfers.get(reverted.get(item)))));
    }

    /** Nothing that only reserves or gives back can be taken back, and nothing is taken back by reserving. */
    private static boolean isReverse(Transfer transfer, Transfer reverted) {
        return !isOneOf(reverted, TransferFlags.PENDING, TransferFlags.VOID_PENDING_TRANSFER)
                && !isOneOf(
                        transfer,
                        TransferFlags.PENDING,
                        TransferFlags.POST_PENDING_TRANSFER,
                        TransferFlags.VOID_PENDING_TRANSFER,
                        TransferFlags.BALANCING_DEBIT,
                        TransferFlags.BALANCING_CREDIT)
                && transfer.debitAccountId().equals(reverted.creditAccountId())
                && transfer.creditAccountId().equals(reverted.debitAccountId())
                && transfer.amount().equals(reverted.amount());
    }

    private static boolean isOneOf(Transfer transfer, TransferFlags... flags) {
        return Stream.of(flags).anyMatch(transfer.flags()::contains);
    }

    private void write(Transaction transaction, List<Transfer> members) {
        U128List ids = U128List.copyOf(members.stream().map(Transfer::id).toList());
        books.put(
                books.transactions,
                transaction.id(),
                new PostedTransaction(transaction, ids, members.getFirst().timestamp(), ZERO));
        PostedTransaction reverted = books.transactions.get(transaction.reverts());
        if (reverted != null) {
            books.put(
                    books.transactions,
                    transaction.reverts(),
                    new PostedTransaction(
                            reverted.transaction(), reverted.transfers(), reverted.timestamp(), transaction.id()));
        }
    }
}
