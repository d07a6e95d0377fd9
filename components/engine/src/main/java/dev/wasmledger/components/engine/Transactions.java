package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.PostedTransaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128List;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transactions that a request speaks of. Each is committed with the chain whose first transfer names it. */
final class Transactions {

    private static final int NOT_REVERSIBLE = TransferState.PENDING | TransferState.VOID;
    private static final int NO_REVERSE =
            NOT_REVERSIBLE | TransferState.POST | TransferState.BALANCING_DEBIT | TransferState.BALANCING_CREDIT;

    private final Books books;
    private final Map<U128, Transaction> requested = new HashMap<>();
    private final Map<U128, PostedTransaction> posted = new LinkedHashMap<>();
    private final Map<U128, U128> reversals = new LinkedHashMap<>();

    Transactions(List<Transaction> transactions, Books books) {
        this.books = books;
        for (Transaction transaction : transactions) {
            requested.putIfAbsent(transaction.id(), transaction);
        }
    }

    boolean isPresent() {
        return !requested.isEmpty();
    }

    /** Commits the transaction that a chain belongs to, if it belongs to one and nothing is wrong with that. */
    TransferStatus finish(TransferList transfers, int first, int last, WorkingSet changes) {
        U128 id = transfers.userData128(first);
        Transaction transaction = requested.get(id);
        if (transaction == null) {
            return TransferStatus.CREATED;
        }
        boolean wrongId = Words.isZero(id.low(), id.high()) || Words.isMax(id.low(), id.high());
        if (wrongId || find(id).isPresent()) {
            return TransferStatus.TRANSACTION_ID_NOT_FREE;
        }
        List<TransferState> members = members(transfers, first, last, id, changes);
        U128 reverted = transaction.reverts();
        if (!reverted.equals(Books.ZERO)) {
            TransferStatus status = reversal(reverted, members, changes);
            if (status != TransferStatus.CREATED) {
                return status;
            }
            reversals.put(reverted, id);
        }
        U128List.Builder ids = U128List.builder(members.size());
        for (TransferState member : members) {
            ids.add().low(member.idLow).high(member.idHigh);
        }
        posted.put(
                id,
                new PostedTransaction(
                        transaction, ids.build(), members.get(0).record.timestamp(), Books.ZERO));
        return TransferStatus.CREATED;
    }

    private Optional<PostedTransaction> find(U128 id) {
        PostedTransaction here = posted.get(id);
        return here != null ? Optional.of(here) : read(id, books);
    }

    /** What middleware adds to a chain does not belong to the transaction. */
    private static List<TransferState> members(
            TransferList transfers, int first, int last, U128 id, WorkingSet changes) {
        List<TransferState> members = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            TransferState committed = changes.transfer(transfers.idLow(i), transfers.idHigh(i));
            if (committed != null && transfers.userData128(i).equals(id)) {
                members.add(committed);
            }
        }
        return members;
    }

    private TransferStatus reversal(U128 reverted, List<TransferState> members, WorkingSet changes) {
        Optional<PostedTransaction> original = find(reverted);
        if (original.isEmpty()) {
            return TransferStatus.REVERTED_TRANSACTION_NOT_FOUND;
        }
        if (reversals.containsKey(reverted) || !books.reversalOf(reverted).equals(Books.ZERO)) {
            return TransferStatus.TRANSACTION_ALREADY_REVERTED;
        }
        List<U128> ids = original.get().transfers();
        boolean isReverse = ids.size() == members.size();
        for (int i = 0; isReverse && i < ids.size(); i++) {
            TransferState taken = changes.transfer(ids.get(i).low(), ids.get(i).high());
            isReverse = taken != null && isReverse(members.get(i), taken);
        }
        return isReverse ? TransferStatus.CREATED : TransferStatus.TRANSFERS_MUST_BE_THE_REVERSE;
    }

    private static boolean isReverse(TransferState transfer, TransferState taken) {
        return !taken.has(NOT_REVERSIBLE) && !transfer.has(NO_REVERSE) && movesBack(transfer.record, taken.record);
    }

    private static boolean movesBack(TransferBuffer transfer, TransferBuffer taken) {
        return transfer.debitAccountIdLow() == taken.creditAccountIdLow()
                && transfer.debitAccountIdHigh() == taken.creditAccountIdHigh()
                && transfer.creditAccountIdLow() == taken.debitAccountIdLow()
                && transfer.creditAccountIdHigh() == taken.debitAccountIdHigh()
                && transfer.amountLow() == taken.amountLow()
                && transfer.amountHigh() == taken.amountHigh();
    }

    /** Writes what was committed. */
    void write() {
        for (PostedTransaction transaction : posted.values()) {
            books.addTransaction(transaction.transaction().id(), encode(transaction));
        }
        reversals.forEach(books::addReversal);
    }

    /** A transaction in the books. */
    static Optional<PostedTransaction> read(U128 id, Books books) {
        return books.transaction(id).map(bytes -> decode(id, bytes, books.reversalOf(id)));
    }

    /** Day, what is reverted, time, reference and transfers each behind their number, and the text. */
    private static byte[] encode(PostedTransaction posted) {
        Transaction transaction = posted.transaction();
        byte[] reference = Rows.encode(transaction.reference());
        byte[] entries = Rows.encode(transaction.entries());
        int ids = posted.transfers().size();
        byte[] bytes = new byte[36 + reference.length + 16 * ids + entries.length];
        Rows.putNumber(bytes, 0, transaction.effectiveDate(), 4);
        putId(bytes, 4, transaction.reverts());
        Rows.putNumber(bytes, 20, posted.timestamp(), 8);
        Rows.putNumber(bytes, 28, reference.length, 4);
        Rows.putNumber(bytes, 32, ids, 4);
        System.arraycopy(reference, 0, bytes, 36, reference.length);
        int position = 36 + reference.length;
        for (U128 id : posted.transfers()) {
            putId(bytes, position, id);
            position += 16;
        }
        System.arraycopy(entries, 0, bytes, position, entries.length);
        return bytes;
    }

    private static PostedTransaction decode(U128 id, byte[] bytes, U128 revertedBy) {
        int referenceLength = (int) Rows.number(bytes, 28, 4);
        int count = (int) Rows.number(bytes, 32, 4);
        int position = 36 + referenceLength;
        U128List.Builder ids = U128List.builder(count);
        for (int i = 0; i < count; i++) {
            ids.add(id(bytes, position));
            position += 16;
        }
        Transaction transaction = new Transaction(
                id,
                (int) Rows.number(bytes, 0, 4),
                id(bytes, 4),
                Rows.text(slice(bytes, 36, 36 + referenceLength)),
                Rows.entries(slice(bytes, position, bytes.length)));
        return new PostedTransaction(transaction, ids.build(), Rows.number(bytes, 20, 8), revertedBy);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        byte[] slice = new byte[to - from];
        System.arraycopy(bytes, from, slice, 0, slice.length);
        return slice;
    }

    private static void putId(byte[] bytes, int position, U128 id) {
        Rows.putNumber(bytes, position, id.low(), 8);
        Rows.putNumber(bytes, position + 8, id.high(), 8);
    }

    private static U128 id(byte[] bytes, int position) {
        return new U128(Rows.number(bytes, position, 8), Rows.number(bytes, position + 8, 8));
    }
}
