package dev.wasmledger.benchmarks.table;

import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import dev.wasmledger.ledger.internal.table.Table;
import dev.wasmledger.ledger.internal.table.Written;
import java.util.Arrays;
import java.util.Random;

/**
 * What a commit of 8,000 transfers does with the tables, part by part, and the nanoseconds that each part takes of a transfer:
 * the engine asks whether ids are known and what accounts hold, and writes the transfers, the accounts, and a row each in the
 * order of time and in the history of both accounts; the host looks up what was written, and keeps it. The property
 * {@code transfers} says how many are committed to new tables, the first half of them to warm up. Times are what the processor gives to this
 * one thread.
 */
public final class Committing {

    private static final int COMMAND = 8_000;
    private static final int ACCOUNTS = 10_000;
    private static final String[] PARTS = {
        "find ids and accounts",
        "write transfers",
        "write accounts",
        "write in the order of time",
        "write in accounts' histories",
        "look up what was written",
        "keep transfers and accounts",
        "keep the order of time",
        "keep accounts' histories"
    };

    private final HashedTable transfers = new HashedTable(16);
    private final HashedTable accounts = new HashedTable(16);
    private final OrderedTable timeline = new OrderedTable();
    private final OrderedTable history = new OrderedTable();
    private final Random random = new Random(5);
    private final long[] debits = new long[COMMAND];
    private final long[] credits = new long[COMMAND];
    private final long[] nanos = new long[PARTS.length];
    private long last = 1L << 60;
    private long started;
    private long found;

    private Committing() {}

    /** Without arguments. */
    public static void main(String[] arguments) {
        int commands = Integer.getInteger("transfers", 4_000_000) / COMMAND;
        Committing committing = new Committing();
        for (int command = 0; command < commands; command++) {
            if (command == commands / 2) {
                Arrays.fill(committing.nanos, 0);
            }
            committing.commit();
        }
        double all = 0;
        for (int part = 0; part < PARTS.length; part++) {
            double each = (double) committing.nanos[part] / COMMAND / (commands - commands / 2);
            all += each;
            System.out.printf("%-34s %8.1f ns%n", PARTS[part], each);
        }
        System.out.printf("%-34s %8.1f ns%n", "all", all);
        if (committing.found == 0) { // and to be asked it has to be there still
            throw new IllegalStateException("nothing was found");
        }
    }

    private void commit() {
        long first = last + 1;
        for (int i = 0; i < COMMAND; i++) {
            debits[i] = random.nextInt(ACCOUNTS) + 1L;
            credits[i] = random.nextInt(ACCOUNTS) + 1L;
        }
        started = Tables.THREADS.getCurrentThreadCpuTime();
        find(first);
        done(0);
        writeTransfers(first);
        done(1);
        writeAccounts();
        done(2);
        writeTimeline(first);
        done(3);
        writeHistory(first);
        done(4);
        lookUp(first);
        done(5);
        keep(transfers);
        keep(accounts);
        done(6);
        keep(timeline);
        done(7);
        keep(history);
        done(8);
        last += COMMAND;
    }

    private void done(int part) {
        long now = Tables.THREADS.getCurrentThreadCpuTime();
        nanos[part] += now - started;
        started = now;
    }

    private void find(long first) {
        for (int i = 0; i < COMMAND; i++) {
            found += transfers.find(first + i, 0);
            found += accounts.find(debits[i], 0);
            found += accounts.find(credits[i], 0);
        }
    }

    private void writeTransfers(long first) {
        for (int i = 0; i < COMMAND; i++) {
            int row = transfers.claim(first + i, 0);
            fill16(transfers.page(row), transfers.offset(row), debits[i], credits[i], first + i);
        }
    }

    private void writeAccounts() {
        for (int i = 0; i < COMMAND; i++) {
            int row = accounts.claim(debits[i], 0);
            fill16(accounts.page(row), accounts.offset(row), debits[i], credits[i], last);
        }
    }

    private void writeTimeline(long first) {
        for (int i = 0; i < COMMAND; i++) {
            timeline.claim(0, 0, first + i);
            fill8(timeline.page(), timeline.offset(), first + i, 0, 0);
        }
    }

    private void writeHistory(long first) {
        for (int i = 0; i < COMMAND; i++) {
            history.claim(debits[i], 0, first + i);
            fill8(history.page(), history.offset(), first + i, first % 100_000, credits[i]);
            history.claim(credits[i], 0, first + i);
            fill8(history.page(), history.offset(), first + i, first % 100_000, debits[i]);
        }
    }

    private void lookUp(long first) {
        Written writtenTransfers = transfers.written();
        Written writtenAccounts = accounts.written();
        for (int i = 0; i < COMMAND; i++) {
            int transfer = writtenTransfers.find(first + i, 0);
            int row = writtenTransfers.row(transfer);
            found += transfers.page(row)[transfers.offset(row)];
            found += writtenAccounts.find(debits[i], 0);
            found += writtenAccounts.find(credits[i], 0);
        }
    }

    private static void keep(Table table) {
        if (table.changed()) {
            table.keep();
        }
    }

    private static void fill16(long[] page, int at, long debit, long credit, long number) {
        for (int i = 0; i < 16; i++) {
            page[at + i] = 0;
        }
        page[at] = debit;
        page[at + 2] = credit;
        page[at + 4] = number % 1000;
        page[at + 11] = 1;
        page[at + 14] = number;
    }

    private static void fill8(long[] page, int at, long number, long balance, long other) {
        page[at] = number;
        page[at + 1] = 0;
        page[at + 2] = balance;
        page[at + 3] = 0;
        page[at + 4] = other;
        page[at + 5] = 0;
        page[at + 6] = 0;
        page[at + 7] = 0;
    }
}
