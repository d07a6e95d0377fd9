package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables' documentation says of the bytes that a row takes, by what is allocated for rows as they come. */
class TableMemoryTest {

    private static final int COMMAND_ROWS = 1_000;
    /** The index of a hashed table has been replaced by larger ones, which together were no larger than the last. */
    private static final int REPLACED_INDEX = 11;
    /** What a table takes before its first row, and what the last command's changes take. */
    private static final int ELSE = 1 << 20;

    /** Numbers of rows before and after segments split, so that they are full and half full. */
    @ParameterizedTest
    @CsvSource({"8, 92, 190000", "8, 92, 250000", "16, 156, 190000", "16, 156, 250000"})
    void hashedRows(int width, int rowBytes, int rows) {
        HashedTable table = new HashedTable(width);
        long[] row = new long[width];
        long bytes = allocated(table, rows, i -> () -> table.put(i, 0, row));
        assertThat(bytes).isLessThan((long) rows * (rowBytes + REPLACED_INDEX) + ELSE);
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
        long bytes = allocated(table, rows, i -> () -> table.put(keys[i], row));
        assertThat(bytes).isLessThan((long) rows * rowBytes + ELSE);
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
