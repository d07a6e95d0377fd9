package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashedTableTest {

    private static final int WIDTH = 8;
    private static final long[] EXTREMES = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, -1L << 32};

    private record Key(long low, long high) {}

    /** Numbers of rows on both sides of where an index, a segment or a page is full. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 13, 127, 128, 129, 3_072, 3_073, 6_144, 50_000})
    void findsEveryRowItHoldsAndNoOther(int count) {
        HashedTable table = new HashedTable(WIDTH);
        for (int i = 0; i < count; i++) {
            table.put(i, -i, row(i));
        }
        table.keep();
        assertThat(table.size()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(read(table, new Key(i, -i))).isEqualTo(i);
            assertThat(table.find(i, 1)).isEqualTo(HashedTable.NONE);
        }
        for (int i = 0; i < count; i += 2) {
            assertThat(table.remove(i, -i)).isTrue();
        }
        for (int i = 0; i < count; i++) {
            assertThat(read(table, new Key(i, -i))).isEqualTo(i % 2 == 0 ? null : (Integer) i);
        }
        table.drop();
        assertThat(table.size()).isEqualTo(count);
    }

    /** Keys that differ in few bits, wherever those are. */
    @ParameterizedTest
    @CsvSource({"0, 0", "20, 0", "52, 0", "0, 20", "0, 52"})
    void bearsKeysThatDifferInFewBits(int lowShift, int highShift) {
        HashedTable table = new HashedTable(WIDTH);
        for (long i = 0; i < 4_096; i++) {
            table.put(i << lowShift, i << highShift, row((int) i));
        }
        for (long i = 0; i < 4_096; i++) {
            assertThat(read(table, new Key(i << lowShift, i << highShift))).isEqualTo((int) i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 200, 200, 2000",
        "2, 200, 200, 2000",
        "3, 200, 200, 20000",
        "4, 60, 8000, 30000",
        "5, 60, 8000, 200000"
    })
    void doesWhatAMapDoes(long seed, int commands, int most, int keys) {
        Random random = new Random(seed);
        HashedTable table = new HashedTable(WIDTH);
        Map<Key, Integer> committed = new HashMap<>();
        for (int command = 0; command < commands; command++) {
            Map<Key, Integer> expected = new HashMap<>(committed);
            for (int i = random.nextInt(most); i > 0; i--) {
                Key key = key(random, keys);
                if (random.nextInt(3) == 0) {
                    assertThat(table.remove(key.low, key.high)).isEqualTo(expected.remove(key) != null);
                } else {
                    int value = random.nextInt();
                    table.put(key.low, key.high, row(value));
                    expected.put(key, value);
                }
                Key other = key(random, keys);
                assertThat(read(table, other)).isEqualTo(expected.get(other));
            }
            if (random.nextBoolean()) {
                table.keep();
                committed = expected;
            } else {
                table.drop();
            }
            assertThat(rows(table)).isEqualTo(committed);
        }
    }

    @Test
    void walksInTheOrderOfUnsignedKeys() {
        HashedTable table = new HashedTable(WIDTH);
        for (long high : new long[] {-1, 0, 1}) {
            for (long low : new long[] {1, -1, 0}) {
                table.put(low, high, row(0));
            }
        }
        List<Key> keys = new ArrayList<>();
        table.each((low, high, row) -> keys.add(new Key(low, high)));
        assertThat(keys)
                .containsExactly(
                        new Key(0, 0),
                        new Key(1, 0),
                        new Key(-1, 0),
                        new Key(0, 1),
                        new Key(1, 1),
                        new Key(-1, 1),
                        new Key(0, -1),
                        new Key(1, -1),
                        new Key(-1, -1));
    }

    @Test
    void refusesMoreRowsThanItMayHold() {
        HashedTable table = new HashedTable(WIDTH, 100);
        for (int i = 0; i < 100; i++) {
            table.put(i, 0, row(i));
        }
        table.put(99, 0, row(-1));
        assertThatExceptionOfType(TableFullException.class)
                .isThrownBy(() -> table.put(100, 0, row(100)))
                .withMessage("a table holds at most 100 rows");
        table.drop();
        assertThat(table.size()).isZero();
        assertThat(table.find(100, 0)).isEqualTo(HashedTable.NONE);
        table.put(100, 0, row(100));
        assertThat(read(table, new Key(100, 0))).isEqualTo(100);
    }

    @Test
    void refusesACommandThatWritesWithoutEnd() {
        HashedTable table = new HashedTable(WIDTH);
        assertThatExceptionOfType(TableFullException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i <= Limits.COMMAND_ROWS; i++) {
                        table.put(i, 0, row(i));
                    }
                })
                .withMessage("a command writes to more than 1048576 rows of a table");
        table.drop();
        assertThat(table.size()).isZero();
    }

    private static Map<Key, Integer> rows(HashedTable table) {
        Map<Key, Integer> rows = new HashMap<>();
        table.each((low, high, row) -> rows.put(new Key(low, high), value(row)));
        return rows;
    }

    private static Key key(Random random, int keys) {
        return random.nextBoolean()
                ? new Key(random.nextInt(keys), 0)
                : new Key(EXTREMES[random.nextInt(EXTREMES.length)], EXTREMES[random.nextInt(EXTREMES.length)]);
    }

    private static Integer read(HashedTable table, Key key) {
        long[] row = new long[WIDTH];
        return table.get(key.low, key.high, row) ? value(row) : null;
    }

    /** A row all of whose fields say the same. */
    private static long[] row(int value) {
        long[] row = new long[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            row[i] = (long) value + i;
        }
        return row;
    }

    private static int value(long[] row) {
        int value = (int) row[0];
        assertThat(row).isEqualTo(row(value));
        return value;
    }
}
