package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the tables' documentation says of the bytes that a row takes: at most, by what is allocated for rows as they come that
 * have nothing in common and so are not packed; and what is left of some that are.
 */
class TableMemoryTest {

    private static final int COMMAND_ROWS = 1_000;
    /** The index of a hashed table has been replaced by larger ones, which together were no larger than the last. */
    private static final int REPLACED_INDEX = 18;
    /** It was looked whether rows can be packed, and that has come to nothing. */
    private static final int TRIED_PACKING = 6;
    /** What a table takes before its first row, and what the last command's changes take. */
    private static final int ELSE = 1 << 20;
    /** Rows that wait for their place in a block, the arrays that they grew out of, and what puts them in order. */
    private static final int WAITING = 28 << 20;

    /** Numbers of rows before and after segments split, so that they are full and half full. */
    @ParameterizedTest
    @CsvSource({"8, 99, 178000", "8, 99, 248000", "16, 163, 178000", "16, 163, 248000"})
    void hashedRows(int width, int rowBytes, int rows) {
        HashedTable table = new HashedTable(width);
        Random random = new Random(1);
        long[] row = new long[width];
        long bytes = allocated(table, rows, i -> () -> table.put(i, 0, fill(row, random)));
        assertThat(bytes).isLessThan((long) rows * (rowBytes + REPLACED_INDEX + TRIED_PACKING) + ELSE);
        assertThat(table.size()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"RISING, 92", "RUNS, 110", "RANDOM, 140", "FALLING, 190", "BEFORE_THE_LAST, 190"})
    void orderedRows(OrderedTableTest.Order order, int rowBytes) {
        int rows = 300_000;
        Random random = new Random(1);
        OrderedTable.Key[] keys = new OrderedTable.Key[rows];
        for (int i = 0; i < rows; i++) {
            keys[i] = order.key(i, random);
        }
        OrderedTable table = new OrderedTable();
        long[] row = new long[8];
        long bytes = allocated(table, rows, i -> () -> table.put(keys[i], fill(row, random)));
        assertThat(bytes).isLessThan((long) rows * (rowBytes + TRIED_PACKING) + WAITING);
    }

    private static long[] fill(long[] row, Random random) {
        for (int i = 0; i < row.length; i++) {
            row[i] = random.nextLong();
        }
        return row;
    }

    /** A transfer's row as the engine writes it, with ids one after the other, and both accounts' balances after it. */
    @Test
    void packedRows() {
        int rows = 400_000;
        int accounts = 100;
        Random random = new Random(1);
        HashedTable transfers = new HashedTable(16);
        OrderedTable changes = new OrderedTable();
        long before = used();
        for (int i = 0; i < rows; i++) {
            long amount = random.nextInt(1000);
            long debit = random.nextInt(accounts);
            transfers.put(i, 0, new long[] {debit, 0, 1, 0, amount, 0, 0, 0, 0, 0, 0, 1, 1L << 32, 0, 1L << 60 | i, 0});
            changes.put(
                    new OrderedTable.Key(0, debit, 1L << 60 | i), new long[] {0, 0, amount * i, 0, 0, 0, amount, 0});
            if (i % COMMAND_ROWS == 0) {
                transfers.keep();
                changes.keep();
            }
        }
        transfers.keep();
        changes.keep();
        assertThat(used() - before)
                .as("bytes of %d transfers and %d changes", transfers.size(), changes.rowCount())
                .isLessThan((long) rows * (20 + 20) + 16 * ELSE);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long allocated(Table table, int rows, IntFunction<Runnable> put) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (int i = 0; i < rows; i++) {
            Runnable work = put.apply(i);
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            if (i % COMMAND_ROWS == 0) {
                table.keep();
            }
            bytes += threads.getCurrentThreadAllocatedBytes() - before;
        }
        return bytes;
    }
}
