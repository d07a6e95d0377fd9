package dev.wasmledger.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdIndexTest {

    private final IdIndex index = new IdIndex();

    @Test
    void numbersIdsInTheOrderInWhichTheyCome() {
        assertThat(index.indexOf(1, 2)).isEqualTo(-1);
        assertThat(index.add(1, 2)).isZero();
        assertThat(index.add(2, 1)).isEqualTo(1);
        assertThat(index.add(1, 2)).isZero();
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.indexOf(2, 1)).isEqualTo(1);
        assertThat(index.idLow(1)).isEqualTo(2);
        assertThat(index.idHigh(1)).isEqualTo(1);
    }

    @Test
    void saysWhatAMapSays() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Map<List<Long>, Integer> expected = new HashMap<>();
            index.clear();
            // Batches of many sizes, one after the other: both ways to clear are taken.
            for (int i = random.nextInt(1 << random.nextInt(12)); i >= 0; i--) {
                List<Long> id = List.of((long) random.nextInt(1000), (long) random.nextInt(3));
                Integer known = expected.putIfAbsent(id, expected.size());
                assertThat(index.indexOf(id.get(0), id.get(1))).isEqualTo(known == null ? -1 : known);
                assertThat(index.add(id.get(0), id.get(1))).isEqualTo(expected.get(id));
            }
            assertThat(index.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void findsIdsThatAreChosenToLieTogether() {
        List<long[]> chosen = new ArrayList<>();
        for (long low = 1; low <= 2_000; low++) {
            long mixed = low * 0x9e37_79b9_7f4a_7c15L;
            chosen.add(new long[] {low, (mixed >>> 32) ^ mixed});
        }
        for (long[] id : chosen) {
            index.add(id[0], id[1]);
        }
        assertThat(index.size()).isEqualTo(2_000);
        for (int i = 0; i < chosen.size(); i++) {
            assertThat(index.indexOf(chosen.get(i)[0], chosen.get(i)[1])).isEqualTo(i);
        }
    }
}
