package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.log.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableStoreTest {

    private static final int COMMANDS = 300;

    /**
     * A store, a copy that is only ever fed with what the store writes out, and what both should hold; and a snapshot that is
     * read a little between any two commands.
     */
    private static final class Fixture {
        private final TableStore store = new TableStore();
        private final TableStore copy = new TableStore();
        private final HashedTable hashed = (HashedTable) store.open("engine", "accounts", TableKind.HASHED16);
        private final OrderedTable ordered = (OrderedTable) store.open("engine", "by-time", TableKind.ORDERED8);
        private final BlobTable blobs = (BlobTable) store.open("gate", "notes", TableKind.BLOBS);
        private Map<OrderedTable.Key, Object> expected = new TreeMap<>();
        private Map<OrderedTable.Key, Object> expectedHashed = new TreeMap<>();
        private Map<OrderedTable.Key, Object> expectedBlobs = new TreeMap<>();
        private StoreSnapshot snapshot = store.snapshot();
        private Digest seen = store.digest();
        private TableStore loaded = new TableStore();

        void readSomeOfTheSnapshot(Random random) {
            ByteSink section = new ByteSink();
            if (snapshot.next(section, random.nextInt(20_000))) {
                loaded.load(new ByteSource(section.bytes()));
                return;
            }
            assertThat(loaded.digest()).isEqualTo(seen);
            snapshot.close();
            snapshot = store.snapshot();
            seen = store.digest();
            loaded = new TableStore();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsAndDropsWholeCommandsAndWritesOutWhatItKept(long seed) {
        Random random = new Random(seed);
        Fixture fixture = new Fixture();
        int keys = seed % 2 == 0 ? 40 : 4000;
        for (int command = 0; command < COMMANDS; command++) {
            Map<OrderedTable.Key, Object> hashed = new TreeMap<>(fixture.expectedHashed);
            Map<OrderedTable.Key, Object> ordered = new TreeMap<>(fixture.expected);
            Map<OrderedTable.Key, Object> blobs = new TreeMap<>(fixture.expectedBlobs);
            for (int i = random.nextInt(60); i > 0; i--) {
                change(fixture, random, keys, hashed, ordered, blobs);
            }
            if (random.nextInt(4) == 0) {
                fixture.store.drop();
            } else {
                ByteSink writes = new ByteSink();
                fixture.store.writeChanges(writes);
                fixture.store.keep();
                fixture.copy.fold(new ByteSource(writes.bytes()));
                fixture.expectedHashed = hashed;
                fixture.expected = ordered;
                fixture.expectedBlobs = blobs;
            }
            compare(fixture, random, keys);
            fixture.readSomeOfTheSnapshot(random);
        }
        assertThat(fixture.copy.digest()).isEqualTo(fixture.store.digest());
    }

    private static void change(
            Fixture fixture,
            Random random,
            int keys,
            Map<OrderedTable.Key, Object> hashed,
            Map<OrderedTable.Key, Object> ordered,
            Map<OrderedTable.Key, Object> blobs) {
        OrderedTable.Key key = key(random, keys);
        boolean remove = random.nextInt(3) == 0;
        switch (random.nextInt(3)) {
            case 0 -> {
                OrderedTable.Key plain = new OrderedTable.Key(key.high(), key.low(), 0);
                long[] row = random.longs(16).toArray();
                if (remove) {
                    assertThat(fixture.hashed.remove(key.low(), key.high())).isEqualTo(hashed.remove(plain) != null);
                } else {
                    fixture.hashed.put(key.low(), key.high(), row);
                    hashed.put(plain, toList(row));
                }
            }
            case 1 -> {
                long[] row = random.longs(8).toArray();
                if (remove) {
                    assertThat(fixture.ordered.remove(key)).isEqualTo(ordered.remove(key) != null);
                } else {
                    fixture.ordered.put(key, row);
                    ordered.put(key, toList(row));
                }
            }
            default -> {
                OrderedTable.Key plain = new OrderedTable.Key(key.high(), key.low(), 0);
                byte[] value = new byte[random.nextInt(5)];
                random.nextBytes(value);
                if (remove) {
                    assertThat(fixture.blobs.remove(key.low(), key.high())).isEqualTo(blobs.remove(plain) != null);
                } else {
                    fixture.blobs.put(key.low(), key.high(), value);
                    blobs.put(plain, toList(value));
                }
            }
        }
        readOne(fixture, key, hashed, ordered, blobs);
    }

    private static void compare(Fixture fixture, Random random, int keys) {
        for (int i = 0; i < 5; i++) {
            readOne(fixture, key(random, keys), fixture.expectedHashed, fixture.expected, fixture.expectedBlobs);
        }
        OrderedTable.Key from = key(random, keys);
        OrderedTable.Key to = key(random, keys);
        int limit = random.nextInt(50);
        List<Object> found = new ArrayList<>();
        fixture.ordered.scan(
                from, to, limit, (key, page, at) -> found.add(toList(Arrays.copyOfRange(page, at, at + 8))));
        List<Object> wanted = from.compareTo(to) > 0
                ? List.of()
                : ((TreeMap<OrderedTable.Key, Object>) fixture.expected)
                        .subMap(from, true, to, true).values().stream()
                                .limit(limit)
                                .toList();
        assertThat(found).isEqualTo(wanted);
    }

    private static void readOne(
            Fixture fixture,
            OrderedTable.Key key,
            Map<OrderedTable.Key, Object> hashed,
            Map<OrderedTable.Key, Object> ordered,
            Map<OrderedTable.Key, Object> blobs) {
        OrderedTable.Key plain = new OrderedTable.Key(key.high(), key.low(), 0);
        long[] row16 = new long[16];
        Object found16 = fixture.hashed.get(key.low(), key.high(), row16) ? toList(row16) : null;
        assertThat(found16).isEqualTo(hashed.get(plain));
        long[] row8 = new long[8];
        Object found8 = fixture.ordered.get(key, row8) ? toList(row8) : null;
        assertThat(found8).isEqualTo(ordered.get(key));
        Object blob = fixture.blobs
                .get(key.low(), key.high())
                .<Object>map(TableStoreTest::toList)
                .orElse(null);
        assertThat(blob).isEqualTo(blobs.get(plain));
    }

    /** Keys at both ends of the unsigned range. */
    private static OrderedTable.Key key(Random random, int keys) {
        return new OrderedTable.Key(-random.nextInt(2), random.nextInt(keys) - keys / 2, random.nextInt(2));
    }

    private static List<Long> toList(long[] row) {
        return Arrays.stream(row).boxed().toList();
    }

    private static List<Byte> toList(byte[] value) {
        List<Byte> list = new ArrayList<>();
        for (byte b : value) {
            list.add(b);
        }
        return list;
    }

    @Test
    void scansSeeTheCommandsOwnWritesInOrder() {
        OrderedTable table = new OrderedTable();
        for (long minor : new long[] {1, 3, 5, 7}) {
            table.put(new OrderedTable.Key(0, 0, minor), new long[8]);
        }
        table.keep();
        table.put(new OrderedTable.Key(0, 0, 4), new long[8]);
        table.remove(new OrderedTable.Key(0, 0, 5));
        List<Long> minors = new ArrayList<>();
        table.scan(
                new OrderedTable.Key(0, 0, 2),
                new OrderedTable.Key(0, 0, 9),
                10,
                (key, page, at) -> minors.add(key.minor()));
        assertThat(minors).containsExactly(3L, 4L, 7L);
    }

    /** Rows are moved about in pages, blocks and chunks that the snapshot sees, and in new ones. */
    @Test
    void readsASnapshotOfWhatHasBeenRemovedSince() {
        TableStore store = new TableStore();
        HashedTable hashed = (HashedTable) store.open("engine", "accounts", TableKind.HASHED8);
        OrderedTable ordered = (OrderedTable) store.open("engine", "by-time", TableKind.ORDERED8);
        BlobTable blobs = (BlobTable) store.open("engine", "notes", TableKind.BLOBS);
        for (int i = 0; i < 5_000; i++) {
            hashed.put(i, 0, new long[] {i, 0, 0, 0, 0, 0, 0, 0});
            ordered.put(new OrderedTable.Key(0, i, 0), new long[] {i, 0, 0, 0, 0, 0, 0, 0});
            blobs.put(i, 0, new byte[i]);
        }
        store.keep();
        Digest before = store.digest();
        StoreSnapshot snapshot = store.snapshot();
        for (int i = 0; i < 5_000; i++) {
            if (i % 64 != 0) {
                hashed.remove(i, 0);
                ordered.remove(new OrderedTable.Key(0, i, 0));
                blobs.remove(i, 0);
            }
        }
        store.keep();
        for (int i = 0; i < 5_000; i++) {
            hashed.put(-i, 0, new long[8]);
            ordered.put(new OrderedTable.Key(0, i, 1), new long[8]);
            blobs.put(-i, 0, new byte[1]);
            store.keep();
        }
        TableStore loaded = new TableStore();
        ByteSink section = new ByteSink();
        while (snapshot.next(section, 10_000)) {
            loaded.load(new ByteSource(section.bytes()));
            section.clear();
        }
        snapshot.close();
        assertThat(loaded.digest()).isEqualTo(before);
    }

    @Test
    void takesNoSnapshotInTheMiddleOfACommand() {
        TableStore store = new TableStore();
        ((BlobTable) store.open("engine", "notes", TableKind.BLOBS)).put(1, 2, new byte[0]);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(store::snapshot);
    }

    @Test
    void refusesOneNameForTwoKinds() {
        TableStore store = new TableStore();
        Table first = store.open("engine", "accounts", TableKind.HASHED8);
        assertThat(store.open("engine", "accounts", TableKind.HASHED8)).isSameAs(first);
        assertThat(store.open("gate", "accounts", TableKind.BLOBS)).isNotSameAs(first);
        assertThatExceptionOfType(StateMisuseException.class)
                .isThrownBy(() -> store.open("engine", "accounts", TableKind.ORDERED8))
                .withMessage("table 'accounts' is a hashed table of eight fields, not an ordered table");
    }
}
