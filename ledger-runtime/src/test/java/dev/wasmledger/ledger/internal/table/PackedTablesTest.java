package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.log.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables so large that most of their rows are packed, which nothing but the memory shows. */
class PackedTablesTest {

    private static final int ROWS = 30_000;
    private static final int ACCOUNTS = 20;

    private final TableStore store = new TableStore();
    private final HashedTable hashed = (HashedTable) store.open("engine", "transfers", TableKind.HASHED16);
    private final OrderedTable ordered = (OrderedTable) store.open("engine", "changes", TableKind.ORDERED8);
    private final Map<Long, Long> amounts = new HashMap<>();
    private final Map<OrderedTable.Key, Long> changes = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdWhatWasKept(long seed) {
        Random random = new Random(seed);
        for (int command = 0; command < ROWS / 100; command++) {
            Map<Long, Long> amountsBefore = new HashMap<>(amounts);
            Map<OrderedTable.Key, Long> changesBefore = new HashMap<>(changes);
            for (int i = 0; i < 100; i++) {
                add(command * 100L + i, random);
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                changeAnOlderOne(command * 100L, random);
            }
            if (random.nextInt(10) == 0) {
                store.drop();
                amounts.clear();
                amounts.putAll(amountsBefore);
                changes.clear();
                changes.putAll(changesBefore);
            } else {
                store.keep();
            }
        }
        checkRows(hashed, ordered);
        TableStore loaded = load(store.snapshot());
        assertThat(loaded.digest()).isEqualTo(store.digest());
        checkRows((HashedTable) loaded.open("engine", "transfers", TableKind.HASHED16), (OrderedTable)
                loaded.open("engine", "changes", TableKind.ORDERED8));
    }

    private void add(long number, Random random) {
        long amount = random.nextInt(1000);
        hashed.put(number, number * 31, row(amount));
        amounts.put(number, amount);
        OrderedTable.Key key = new OrderedTable.Key(0, random.nextInt(ACCOUNTS), number);
        ordered.put(key, new long[] {amount, 0, 0, 0, -amount, 0, 0, 1});
        changes.put(key, amount);
    }

    private void changeAnOlderOne(long below, Random random) {
        long number = random.nextLong(below + 1);
        if (random.nextBoolean()) {
            if (hashed.remove(number, number * 31)) {
                amounts.remove(number);
            }
        } else if (amounts.containsKey(number)) {
            hashed.put(number, number * 31, row(-number));
            amounts.put(number, -number);
        }
        OrderedTable.Key key = new OrderedTable.Key(0, random.nextInt(ACCOUNTS), number);
        if (changes.containsKey(key)) {
            if (random.nextBoolean()) {
                ordered.remove(key);
                changes.remove(key);
            } else {
                ordered.put(key, new long[] {5, 0, 0, 0, -5, 0, 0, 1});
                changes.put(key, 5L);
            }
        }
    }

    private static long[] row(long amount) {
        return new long[] {1, 0, 2, 0, amount, 0, 0, 0, 0, 0, 0, 0, 1, 0, amount, 0};
    }

    private void checkRows(HashedTable hashedRows, OrderedTable orderedRows) {
        assertThat(hashedRows.size()).isEqualTo(amounts.size());
        long[] row16 = new long[16];
        amounts.forEach((number, amount) -> {
            assertThat(hashedRows.get(number, number * 31, row16)).isTrue();
            assertThat(row16).isEqualTo(row(amount));
        });
        assertThat(hashedRows.get(ROWS, 0, row16)).isFalse();
        assertThat(orderedRows.rowCount()).isEqualTo(changes.size());
        long[] row8 = new long[8];
        changes.forEach((key, amount) -> {
            assertThat(orderedRows.get(key, row8)).isTrue();
            assertThat(row8).containsExactly(amount, 0, 0, 0, -amount, 0, 0, 1);
        });
        List<OrderedTable.Key> walked = new ArrayList<>();
        orderedRows.scan(
                new OrderedTable.Key(0, 0, 0),
                new OrderedTable.Key(-1, -1, -1),
                Integer.MAX_VALUE,
                (key, page, at) -> walked.add(key));
        assertThat(walked).isEqualTo(changes.keySet().stream().sorted().toList());
    }

    private static TableStore load(StoreSnapshot snapshot) {
        TableStore loaded = new TableStore();
        sections(snapshot).forEach(section -> loaded.load(section.again()));
        return loaded;
    }

    private static List<ByteSource> sections(StoreSnapshot snapshot) {
        List<ByteSource> sections = new ArrayList<>();
        try (snapshot) {
            for (ByteSink section = new ByteSink(); snapshot.next(section, 50_000); section = new ByteSink()) {
                sections.add(new ByteSource(section.bytes()));
            }
        }
        return sections;
    }

    /** A snapshot that is being read sees nothing of rows that are packed and unpacked meanwhile. */
    @Test
    void stayAsTheyWereForASnapshot() {
        Random random = new Random(4);
        for (int i = 0; i < ROWS; i++) {
            add(i, random);
        }
        store.keep();
        Digest before = store.digest();
        StoreSnapshot snapshot = store.snapshot();
        for (int i = 0; i < ROWS; i += 50) {
            hashed.put(i, i * 31L, row(7));
        }
        for (int i = ROWS; i < 2 * ROWS; i++) {
            add(i, random);
        }
        for (int i = 0; i < ROWS; i += 3) {
            hashed.remove(i, i * 31L);
        }
        changes.keySet().stream().limit(ROWS / 2).toList().forEach(ordered::remove);
        store.keep();
        assertThat(load(snapshot).digest()).isEqualTo(before);
    }

    @Test
    void areComparedWithASnapshotRowByRow() {
        Random random = new Random(5);
        BlobTable blobs = (BlobTable) store.open("engine", "notes", TableKind.BLOBS);
        for (int i = 0; i < 2000; i++) {
            add(i, random);
            blobs.put(i, 0, new byte[i % 50]);
        }
        store.keep();
        List<ByteSource> sections = sections(store.snapshot());
        compare(sections);
        OrderedTable.Key key = changes.keySet().iterator().next();
        long[] row8 = new long[8];
        ordered.get(key, row8);
        expectDifference(
                sections, () -> hashed.put(7, 7 * 31, row(-1)), "table 'transfers' of engine under the key 0x");
        hashed.put(7, 7 * 31, row(amounts.get(7L)));
        expectDifference(sections, () -> ordered.put(key, new long[8]), "table 'changes' of engine under the key (");
        ordered.put(key, row8);
        expectDifference(sections, () -> blobs.put(9, 0, new byte[1]), "table 'notes' of engine under the key 9");
        blobs.put(9, 0, new byte[9]);
        expectDifference(
                sections,
                () -> blobs.put(5000, 0, new byte[1]),
                "has 2000 rows of table 'notes' of engine, of which the log's frames make 2001");
    }

    private void compare(List<ByteSource> sections) {
        StoreComparison comparison = store.compare();
        sections.forEach(section -> comparison.take(section.again()));
        comparison.end();
    }

    private void expectDifference(List<ByteSource> sections, Runnable change, String message) {
        change.run();
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> compare(sections))
                .withMessageContaining(message);
    }
}
