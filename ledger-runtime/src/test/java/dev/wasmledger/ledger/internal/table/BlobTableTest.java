package dev.wasmledger.ledger.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobTableTest {

    private static final int KEYS = 300;

    /** Blobs of all sizes, some beyond a chunk; so many of them replaced that chunks are given up and filled again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesWhatAMapDoes(long seed) {
        Random random = new Random(seed);
        BlobTable table = new BlobTable();
        Map<Integer, byte[]> committed = new HashMap<>();
        for (int command = 0; command < 400; command++) {
            Map<Integer, byte[]> expected = new HashMap<>(committed);
            for (int i = random.nextInt(30); i > 0; i--) {
                int key = random.nextInt(KEYS);
                if (random.nextInt(4) == 0) {
                    assertThat(table.remove(key, -key)).isEqualTo(expected.remove(key) != null);
                } else {
                    byte[] blob = blob(random);
                    table.put(key, -key, blob);
                    expected.put(key, blob);
                }
            }
            if (random.nextInt(3) > 0) {
                table.keep();
                committed = expected;
            } else {
                table.drop();
            }
        }
        for (int key = 0; key < KEYS; key++) {
            byte[] found = table.get(key, -key).orElse(null);
            assertThat(Arrays.equals(found, committed.get(key))).isTrue();
        }
    }

    private static byte[] blob(Random random) {
        byte[] blob = new byte[random.nextInt(1 << random.nextInt(random.nextInt(50) == 0 ? 22 : 16))];
        random.nextBytes(blob);
        return blob;
    }
}
