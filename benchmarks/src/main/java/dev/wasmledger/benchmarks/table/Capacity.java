package dev.wasmledger.benchmarks.table;

import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import dev.wasmledger.ledger.internal.table.Table;
import java.util.Random;

/**
 * Fills a table of each kind with as many rows as the property {@code rows} says (50 million unless told), in commands of 8,000,
 * and prints the bytes of heap that a row takes, rows a second, and the longest time that one command took: nothing grows
 * all at once. Times are what the processor gives to this one thread.
 */
public final class Capacity {

    private static final int COMMAND = 8_000;
    private static final int ACCOUNTS = 10_000;

    private Capacity() {}

    /** Writes the row of a number. */
    @FunctionalInterface
    private interface Put {
        void row(long number);
    }

    /** Without arguments. */
    public static void main(String[] arguments) {
        long rows = Long.getLong("rows", 50_000_000);
        System.out.printf("%-34s %12s %12s %14s %16s%n", "", "rows", "bytes a row", "rows a second", "longest command");
        for (int width : new int[] {8, 16}) {
            HashedTable hashed = new HashedTable(width);
            long[] row = new long[width];
            fill("hashed rows of " + width + " fields", rows, hashed, number -> hashed.put(number, ~number, row));
        }
        OrderedTable ordered = new OrderedTable();
        Random random = new Random(1);
        long[] row = new long[8];
        fill("ordered rows, 10000 accounts' runs", rows, ordered, number -> {
            ordered.claim(random.nextInt(ACCOUNTS), 0, number);
            System.arraycopy(row, 0, ordered.page(), ordered.offset(), row.length);
        });
    }

    private static void fill(String what, long rows, Table table, Put put) {
        long before = used();
        long start = Tables.THREADS.getCurrentThreadCpuTime();
        long longest = 0;
        long last = start;
        for (long number = 0; number < rows; number++) {
            put.row(number);
            if (number % COMMAND == COMMAND - 1) {
                table.keep();
                long now = Tables.THREADS.getCurrentThreadCpuTime();
                longest = Math.max(longest, now - last);
                last = now;
            }
        }
        table.keep();
        double seconds = (Tables.THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        double bytes = (double) (used() - before) / rows;
        System.out.printf("%-34s %12d %12.1f %14.0f %13.1f ms%n", what, rows, bytes, rows / seconds, longest / 1e6);
        if (table.changed()) { // and to be asked it has to be there still
            throw new IllegalStateException("rows that were not kept were counted");
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
