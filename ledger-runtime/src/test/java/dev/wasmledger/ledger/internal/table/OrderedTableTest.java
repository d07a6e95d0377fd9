package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderedTableTest {

    private static final OrderedTable.Key LEAST = new OrderedTable.Key(0, 0, 0);
    private static final OrderedTable.Key GREATEST = new OrderedTable.Key(-1, -1, -1);

    /** How the keys of rows come, one after the other. */
    enum Order {
        RISING,
        FALLING,
        RANDOM,
        /** Each of many accounts has its own next time. */
        RUNS,
        /** Always just before the last one. */
        BEFORE_THE_LAST;

        OrderedTable.Key key(int number, Random random) {
            return switch (this) {
                case RISING -> new OrderedTable.Key(0, 0, number);
                case FALLING -> new OrderedTable.Key(-1, -number, -1);
                case RANDOM -> new OrderedTable.Key(random.nextLong(), random.nextLong(), random.nextLong());
                case RUNS -> new OrderedTable.Key(random.nextInt(100), Long.MIN_VALUE, number);
                case BEFORE_THE_LAST -> new OrderedTable.Key(number == 0 ? -1 : 1, 0, -1 - number);
            };
        }
    }

    /** So many rows that there are several fans of blocks. */
    @ParameterizedTest
    @EnumSource
    void holdsRowsHoweverTheyCome(Order order) {
        Random random = new Random(7);
        OrderedTable table = new OrderedTable();
        NavigableMap<OrderedTable.Key, Long> expected = new TreeMap<>();
        for (int i = 0; i < 60_000; i++) {
            OrderedTable.Key key = order.key(i, random);
            table.put(key, row(i));
            expected.put(key, (long) i);
        }
        table.keep();
        same(table, expected);
        removeMost(table, expected, random);
        same(table, expected);
        table.drop();
        assertThat(count(table)).isEqualTo(60_000);
    }

    private static void removeMost(OrderedTable table, NavigableMap<OrderedTable.Key, Long> expected, Random random) {
        Iterator<Map.Entry<OrderedTable.Key, Long>> rows = expected.entrySet().iterator();
        while (rows.hasNext()) {
            OrderedTable.Key key = rows.next().getKey();
            if (random.nextInt(10) > 0) {
                assertThat(table.remove(key)).isTrue();
                assertThat(table.remove(key)).isFalse();
                rows.remove();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 300", "2, 50, 300", "3, 3000, 300", "4, 100000, 300", "5, 3000, 5000", "6, 100000, 5000"})
    void doesWhatATreeMapDoes(long seed, int keys, int most) {
        Random random = new Random(seed);
        OrderedTable table = new OrderedTable();
        OrderedTable folded = new OrderedTable();
        List<Runnable> later = new ArrayList<>();
        NavigableMap<OrderedTable.Key, Long> committed = new TreeMap<>();
        for (int command = 0; command < 100; command++) {
            NavigableMap<OrderedTable.Key, Long> expected = new TreeMap<>(committed);
            boolean removing = random.nextInt(3) == 0;
            for (int i = random.nextInt(most); i > 0; i--) {
                OrderedTable.Key key = key(random, keys);
                if (removing) {
                    assertThat(table.remove(key)).isEqualTo(expected.remove(key) != null);
                } else {
                    long value = random.nextLong();
                    table.put(key, row(value));
                    expected.put(key, value);
                }
            }
            if (random.nextInt(4) == 0) {
                scan(table, expected, key(random, keys), key(random, keys), random.nextInt(300));
            }
            if (random.nextInt(3) > 0) {
                ByteSink writes = new ByteSink();
                table.writeChanges(writes);
                folded.fold(new ByteSource(writes.bytes()));
                table.keep();
                committed = expected;
            } else {
                table.drop();
            }
            if (random.nextInt(5) == 0) {
                TableView view = table.view();
                NavigableMap<OrderedTable.Key, Long> then = committed;
                later.add(() -> same(loaded(view), then));
            } else if (random.nextInt(5) == 0) {
                later.forEach(Runnable::run);
                later.clear();
            }
        }
        later.forEach(Runnable::run);
        same(table, committed);
        same(folded, committed);
    }

    /** The rows of many accounts lie in many blocks, and a command's in some of each account's. */
    @Test
    void findsTheRowsOfManyAccounts() {
        Random random = new Random(8);
        OrderedTable table = new OrderedTable();
        OrderedTable folded = new OrderedTable();
        NavigableMap<OrderedTable.Key, Long> expected = new TreeMap<>();
        for (int command = 0; command < 40; command++) {
            for (int i = 0; i < 8000; i++) {
                OrderedTable.Key key = new OrderedTable.Key(0, random.nextInt(3000), expected.size());
                table.put(key, row(i));
                expected.put(key, (long) i);
            }
            ByteSink writes = new ByteSink();
            table.writeChanges(writes);
            folded.fold(new ByteSource(writes.bytes()));
            table.keep();
        }
        long[] row = new long[8];
        OrderedTable loaded = loaded(table.view());
        expected.forEach((key, value) -> {
            assertThat(table.get(key, row) && folded.get(key, row) && loaded.get(key, row))
                    .isTrue();
            assertThat(row[0] + row[7]).isEqualTo(value);
        });
    }

    /**
     * Thousands of runs that grow at their ends, in one of which here and there a row is written again or removed, and in one a row is
     * put in between; blocks are split, packed, unpacked and joined, and views see none of it.
     */
    @ParameterizedTest
    @CsvSource({"1, 4000, 8000, 25", "2, 1000, 2000, 100", "3, 20000, 8000, 20", "4, 3, 500, 100", "5, 300, 3000, 60"})
    void doesWhatATreeMapDoesWithRuns(long seed, int runs, int commandRows, int commands) {
        Random random = new Random(seed);
        OrderedTable table = new OrderedTable();
        OrderedTable folded = new OrderedTable();
        NavigableMap<OrderedTable.Key, Long> expected = new TreeMap<>();
        List<OrderedTable.Key> written = new ArrayList<>();
        List<Runnable> later = new ArrayList<>();
        for (int command = 0; command < commands; command++) {
            boolean removing = command % 20 > 15;
            for (int i = 0; i < commandRows; i++) {
                int what = random.nextInt(100);
                OrderedTable.Key key = what < 90 || written.isEmpty()
                        ? new OrderedTable.Key(0, random.nextInt(runs), 1000L * written.size())
                        : written.get(random.nextInt(written.size()));
                if (what == 99) {
                    key = new OrderedTable.Key(key.high(), key.low(), key.minor() + random.nextInt(1000));
                }
                if ((what >= 95 && what < 99) || (removing && what > 20)) {
                    OrderedTable.Key gone = written.isEmpty() ? key : written.get(random.nextInt(written.size()));
                    assertThat(table.remove(gone)).isEqualTo(expected.remove(gone) != null);
                } else {
                    table.put(key, row(i));
                    expected.put(key, (long) i);
                    written.add(key);
                }
            }
            ByteSink writes = new ByteSink();
            table.writeChanges(writes);
            folded.fold(new ByteSource(writes.bytes()));
            table.keep();
            if (random.nextInt(8) == 0) {
                TableView view = table.view();
                NavigableMap<OrderedTable.Key, Long> then = new TreeMap<>(expected);
                later.add(() -> same(loaded(view), then));
            } else if (random.nextInt(8) == 0) {
                later.forEach(Runnable::run);
                later.clear();
            }
        }
        later.forEach(Runnable::run);
        long[] row = new long[8];
        expected.forEach((key, value) -> {
            assertThat(table.get(key, row) && folded.get(key, row)).isTrue();
            assertThat(row[0] + row[7]).isEqualTo(value);
        });
        same(table, expected);
        same(folded, expected);
    }

    private static OrderedTable loaded(TableView view) {
        OrderedTable loaded = new OrderedTable();
        try (view) {
            while (view.hasNext()) {
                ByteSink page = new ByteSink();
                view.next(page, 0);
                loaded.load(new ByteSource(page.bytes()));
            }
        }
        return loaded;
    }

    private static void same(OrderedTable table, NavigableMap<OrderedTable.Key, Long> expected) {
        scan(table, expected, LEAST, GREATEST, Integer.MAX_VALUE);
    }

    private static void scan(
            OrderedTable table,
            NavigableMap<OrderedTable.Key, Long> expected,
            OrderedTable.Key low,
            OrderedTable.Key high,
            int limit) {
        List<Map.Entry<OrderedTable.Key, Long>> found = new ArrayList<>();
        table.scan(low, high, limit, (key, page, at) -> found.add(Map.entry(key, page[at] + page[at + 7])));
        List<Map.Entry<OrderedTable.Key, Long>> wanted = low.compareTo(high) > 0
                ? List.of()
                : expected.subMap(low, true, high, true).entrySet().stream()
                        .limit(limit)
                        .map(row -> Map.entry(row.getKey(), row.getValue()))
                        .toList();
        assertThat(found).isEqualTo(wanted);
    }

    private static int count(OrderedTable table) {
        int[] count = new int[1];
        table.scan(LEAST, GREATEST, Integer.MAX_VALUE, (key, page, at) -> count[0]++);
        return count[0];
    }

    /** Keys all over the unsigned range, and some of them again and again. */
    private static OrderedTable.Key key(Random random, int keys) {
        int number = random.nextInt(keys);
        return new OrderedTable.Key(-(number % 3), (number % 5) - 2, number * 0x9e3779b97f4a7c15L);
    }

    /** The first field and the last add up to the value. */
    private static long[] row(long value) {
        return new long[] {value - 5, 0, 0, 0, 0, 0, 0, 5};
    }
}
