package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.frame.EventWords;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.Written;
import java.util.Arrays;
import java.util.function.BiPredicate;

/**
 * Holds what an engine has written against what follows from the events. What stood in its tables before the command was
 * checked when it was written, and so are the books that the events start from; what stands there now must be what they end
 * with. A row that an event leaves as it was may be written or not.
 */
final class CheckedRows extends EventRows {

    private final HashedTable accounts;
    private final HashedTable transfers;
    private final Written writtenAccounts;
    private final Written writtenTransfers;

    /** What each account written should hold by now, where something has happened to it. */
    private long[] expected;

    private boolean[] touched;

    /** The phase in which each transfer written should be by now, plus one; 0 where nothing has happened to it. */
    private byte[] phases;

    /** Which of the transfers written somebody has asked for. */
    private final boolean[] asked;

    private final long[] settled = new long[TransferRow.WIDTH];
    /** The number of the transfer at hand among those written. */
    private int transfer = Written.NONE;

    CheckedRows(HashedTable accounts, HashedTable transfers) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.writtenAccounts = accounts.written();
        this.writtenTransfers = transfers.written();
        this.expected = new long[writtenAccounts.count() * AccountRow.WIDTH];
        this.touched = new boolean[writtenAccounts.count()];
        this.phases = new byte[writtenTransfers.count()];
        this.asked = new boolean[writtenTransfers.count()];
    }

    @Override
    boolean hasAccount(long low, long high) {
        int entry = writtenAccounts.find(low, high);
        return entry == Written.NONE
                ? accounts.find(low, high) != HashedTable.NONE
                : writtenAccounts.existed(entry) || touched[entry];
    }

    @Override
    void create(Account account, long timestamp) throws ContradictionException {
        int entry = writtenAccounts.find(account.id().low(), account.id().high());
        if (entry == Written.NONE) {
            throw ContradictionException.about(
                    "account {} was created, and the engine's table 'accounts' has no row of it", account.id());
        }
        touched[entry] = true;
        AccountRow.write(account, timestamp, expected, entry * AccountRow.WIDTH);
    }

    @Override
    boolean toAccount(long low, long high) {
        int entry = find(accounts, writtenAccounts, low, high);
        if (entry == Written.NONE || !writtenAccounts.existed(entry)) {
            return false;
        }
        if (entry >= touched.length) {
            touched = Arrays.copyOf(touched, 2 * entry + 2);
            expected = Arrays.copyOf(expected, touched.length * AccountRow.WIDTH);
        }
        page = expected;
        at = entry * AccountRow.WIDTH;
        if (!touched[entry]) {
            touched[entry] = true;
            System.arraycopy(writtenAccounts.before(), writtenAccounts.beforeOffset(entry), page, at, AccountRow.WIDTH);
        }
        return true;
    }

    @Override
    void commit(long[] event, int phase) throws ContradictionException {
        long low = event[EventWords.TRANSFER];
        long high = event[EventWords.TRANSFER + 1];
        transfer = next(low, high);
        if (transfer == Written.NONE ? transfers.find(low, high) != HashedTable.NONE : isTaken()) {
            throw ContradictionException.about("transfer {} was committed, and its id was taken", new U128(low, high));
        }
        if (transfer == Written.NONE || !writtenTransfers.isPut(transfer)) {
            throw ContradictionException.about(
                    "transfer {} was committed, and the engine's table 'transfers' has no row of it",
                    new U128(low, high));
        }
        int row = writtenTransfers.row(transfer);
        page = transfers.page(row);
        at = transfers.offset(row);
        if (!TransferRow.isEqual(page, at, event)) {
            throw ContradictionException.about(
                    "transfer {} was written otherwise than its event says", new U128(low, high));
        }
        setPhase(phase);
    }

    /** The number of a transfer among those written: mostly the next one, as engines write them in the order of their events. */
    private int next(long low, long high) {
        int next = transfer + 1;
        return next < writtenTransfers.count()
                        && writtenTransfers.keyLow(next) == low
                        && writtenTransfers.keyHigh(next) == high
                ? next
                : writtenTransfers.find(low, high);
    }

    private boolean isTaken() {
        return writtenTransfers.existed(transfer) || phases[transfer] != 0;
    }

    @Override
    boolean toTransfer(long low, long high) {
        transfer = find(transfers, writtenTransfers, low, high);
        if (transfer == Written.NONE) {
            return false;
        }
        if (transfer >= phases.length) {
            phases = Arrays.copyOf(phases, 2 * transfer + 2);
        }
        if (writtenTransfers.existed(transfer)) {
            page = writtenTransfers.before();
            at = writtenTransfers.beforeOffset(transfer);
            if (phases[transfer] == 0) {
                setPhase(TransferRow.phase(page, at));
            }
        } else if (phases[transfer] != 0) {
            int row = writtenTransfers.row(transfer);
            page = transfers.page(row);
            at = transfers.offset(row);
        }
        return phases[transfer] != 0;
    }

    @Override
    int phase() {
        return phases[transfer] - 1;
    }

    @Override
    void setPhase(int phase) {
        phases[transfer] = (byte) (phase + 1);
    }

    /** Where a row stands among those written; one that the engine has left alone is as good as written with what it holds. */
    private static int find(HashedTable table, Written written, long low, long high) {
        int entry = written.find(low, high);
        if (entry != Written.NONE || table.find(low, high) == HashedTable.NONE) {
            return entry;
        }
        table.claim(low, high);
        return written.find(low, high);
    }

    /** Somebody has asked for a transfer with that id, which may have used it up. */
    void ask(long low, long high) {
        int entry = writtenTransfers.find(low, high);
        if (entry != Written.NONE) {
            asked[entry] = true;
        }
    }

    /** Whether the engine has written a row of a transfer that no event is about. */
    boolean usedUp() {
        for (int entry = 0; entry < asked.length; entry++) {
            if (phases[entry] == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Holds all that was written against what should be there by now.
     *
     * @param derived whether the host has made up that id for somebody while the command was carried out
     */
    void finish(BiPredicate<Long, Long> derived) throws ContradictionException {
        for (int entry = 0; entry < writtenAccounts.count(); entry++) {
            checkAccount(entry);
        }
        for (int entry = 0; entry < writtenTransfers.count(); entry++) {
            checkTransfer(entry, derived);
        }
    }

    private void checkAccount(int entry) throws ContradictionException {
        long low = writtenAccounts.keyLow(entry);
        long high = writtenAccounts.keyHigh(entry);
        if (!touched[entry]) {
            throw ContradictionException.about(
                    "the row of account {} was written, and nothing has happened to it", new U128(low, high));
        }
        if (!writtenAccounts.isPut(entry)) {
            throw ContradictionException.about("the row of account {} was removed", new U128(low, high));
        }
        int row = writtenAccounts.row(entry);
        int rowAt = accounts.offset(row);
        int expectedAt = entry * AccountRow.WIDTH;
        if (!Arrays.equals(
                accounts.page(row),
                rowAt,
                rowAt + AccountRow.WIDTH,
                expected,
                expectedAt,
                expectedAt + AccountRow.WIDTH)) {
            throw ContradictionException.about(
                    "the row of account {} is not what the books make of it", new U128(low, high));
        }
    }

    private void checkTransfer(int entry, BiPredicate<Long, Long> derived) throws ContradictionException {
        long low = writtenTransfers.keyLow(entry);
        long high = writtenTransfers.keyHigh(entry);
        if (!writtenTransfers.isPut(entry)) {
            throw ContradictionException.about("the row of transfer {} was removed", new U128(low, high));
        }
        int row = writtenTransfers.row(entry);
        if (phases[entry] == 0) {
            checkUsedUp(entry, row, derived);
        } else if (!isAsExpected(entry, transfers.page(row), transfers.offset(row))) {
            throw ContradictionException.about(
                    "the row of transfer {} is not what the books make of it", new U128(low, high));
        }
    }

    private void checkUsedUp(int entry, int row, BiPredicate<Long, Long> derived) throws ContradictionException {
        U128 id = new U128(writtenTransfers.keyLow(entry), writtenTransfers.keyHigh(entry));
        if (writtenTransfers.existed(entry)) {
            throw ContradictionException.about(
                    "the row of transfer {} was written, and nothing has happened to it", id);
        }
        if (!TransferRow.isUsedUp(transfers.page(row), transfers.offset(row))) {
            throw ContradictionException.about("transfer {} has a row, and no event says that it was committed", id);
        }
        if (!asked[entry] && !derived.test(id.low(), id.high())) {
            throw ContradictionException.about("the id {} was used up, and nobody has asked for it", id);
        }
    }

    private boolean isAsExpected(int entry, long[] row, int rowAt) {
        if (TransferRow.phase(row, rowAt) != phases[entry] - 1) {
            return false;
        }
        if (!writtenTransfers.existed(entry)) {
            return true; // held against its event when that came
        }
        System.arraycopy(
                writtenTransfers.before(), writtenTransfers.beforeOffset(entry), settled, 0, TransferRow.WIDTH);
        TransferRow.setPhase(settled, 0, phases[entry] - 1);
        return Arrays.equals(settled, 0, TransferRow.WIDTH, row, rowAt, rowAt + TransferRow.WIDTH);
    }
}
