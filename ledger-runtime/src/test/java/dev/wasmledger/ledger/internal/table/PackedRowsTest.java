package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedRowsTest {

    private static final int MOST = 128;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBackEachFieldOfEachRow(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int fields = 1 + random.nextInt(18);
            int count = 1 + random.nextInt(MOST);
            long[] rows = rows(random, fields, count);
            PackedRows packed = PackedRows.of(rows, fields, count);
            check(packed, rows, fields, count);
            ByteSink sink = new ByteSink();
            packed.write(sink);
            check(PackedRows.read(new ByteSource(sink.bytes()), fields, MOST), rows, fields, count);
        }
    }

    private static long[] rows(Random random, int fields, int count) {
        long[] rows = new long[fields * count];
        for (int field = 0; field < fields; field++) {
            long base = random.nextInt(3) == 0 ? 0 : random.nextLong() >> random.nextInt(64);
            int bits = random.nextInt(65);
            for (int row = 0; row < count; row++) {
                rows[row * fields + field] = base + (bits == 0 ? 0 : random.nextLong() >>> (64 - bits));
            }
        }
        return rows;
    }

    private static void check(PackedRows packed, long[] rows, int fields, int count) {
        assertThat(packed.count()).isEqualTo(count);
        long[] all = new long[rows.length];
        packed.unpack(all, fields);
        assertThat(all).isEqualTo(rows);
        long[] one = new long[rows.length];
        for (int row = 0; row < count; row++) {
            packed.get(row, one, row * fields, fields);
            for (int field = 0; field < fields; field++) {
                assertThat(packed.get(row, field)).isEqualTo(rows[row * fields + field]);
            }
        }
        assertThat(one).isEqualTo(rows);
    }

    @Test
    void takesNothingARowForWhatIsTheSameInAll() {
        long[] rows = new long[18 * MOST];
        for (int row = 0; row < MOST; row++) {
            rows[row * 18] = 1_000_000L + row;
            rows[row * 18 + 12] = 7L << 32;
        }
        ByteSink sink = new ByteSink();
        PackedRows.ifSmaller(rows, PackedRows.IN_ORDER, 18, MOST).orElseThrow().write(sink);
        assertThat(sink.size()).isEqualTo(2 * Integer.BYTES + 18 + 2 * Long.BYTES + MOST);
        assertThat(PackedRows.ifSmaller(new Random(1).longs(rows.length).toArray(), PackedRows.IN_ORDER, 18, MOST))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void refusesWhatIsNone(long seed) {
        Random random = new Random(seed);
        ByteSink sink = new ByteSink();
        PackedRows.of(rows(random, 11, 64), 11, 64).write(sink);
        for (int i = 0; i < 2000; i++) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(sink.size()).put(sink.bytes()).flip();
            bytes.put(random.nextInt(60), (byte) random.nextInt(256));
            bytes.limit(random.nextBoolean() ? bytes.limit() : random.nextInt(bytes.limit()));
            try {
                PackedRows read = PackedRows.read(new ByteSource(bytes), 11, MOST);
                read.unpack(new long[11 * MOST], 11);
            } catch (MalformedFrameException expected) {
                // anything but another exception
            }
        }
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> PackedRows.read(new ByteSource(sink.bytes()), 12, MOST));
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> PackedRows.read(new ByteSource(sink.bytes()), 11, 63));
    }
}
