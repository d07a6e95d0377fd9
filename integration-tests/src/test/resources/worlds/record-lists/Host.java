package host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wasmledger.runtime.Component;
import host.test.record_lists.keeper.Keeper;
import host.test.record_lists.row_world.RowWorld;
import host.test.record_lists.rows.Rows;
import host.test.record_lists.types.Kind;
import host.test.record_lists.types.Rights;
import host.test.record_lists.types.Row;
import host.test.record_lists.types.RowList;
import host.test.record_lists.types.U128;
import host.test.record_lists.types.U128List;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    private static final int MANY = 8_000;

    /** Of a row in linear memory, and in a list. */
    private static final int ROW_BYTES = 64;

    @Override
    public void accept(Component component) {
        List<Row> kept = new ArrayList<>();
        try (RowWorld world = RowWorld.instantiate(component, new RowWorld.Imports(new Kept(kept)))) {
            check(world.rows(), kept);
        }
    }

    /** Rows in a list, looked up by id. */
    private record Kept(List<Row> rows) implements Keeper {

        @Override
        public U128List keep(RowList more) {
            rows.addAll(more);
            return U128List.copyOf(more.stream().map(Row::id).toList());
        }

        @Override
        public Optional<Row> find(U128 id) {
            return rows.stream().filter(row -> row.id().equals(id)).findFirst();
        }

        @Override
        public Row first() {
            return rows.getFirst();
        }

        @Override
        public boolean replace(U128 id, Row row) {
            return Collections.replaceAll(rows, find(id).orElseThrow(), row);
        }

        @Override
        public void both(U128 id, Row one, Row other) {
            assertThat(one).isEqualTo(find(id).orElseThrow());
            assertThat(other).isEqualTo(first());
        }
    }

    private static void check(Rows rows, List<Row> kept) {
        Row first = new Row(
                new U128(-1, 1), Kind.DEBIT, true, 6, 'a', Float.MAX_VALUE, (byte) -7, Math.PI, (short) -1, Rights.WRITE);
        Row second = new Row(
                new U128(3, Long.MIN_VALUE), Kind.FEE, false, Long.MAX_VALUE, 0x10ffff, -0f, (byte) 0, -1, (short) 0,
                Rights.READ.with(Rights.EXECUTE));
        RowList two = RowList.of(first, second);
        assertThat(rows.same(two)).containsExactly(first, second);
        assertThat(rows.same(RowList.of())).isEmpty();
        assertThat(rows.total(RowList.of(first, second, first))).isEqualTo(-84);
        assertThat(rows.passOn(two)).containsExactly(first.id(), second.id());
        assertThat(kept).containsExactly(first, second);
        assertThat(rows.double_(new U128(1, 1))).isFalse();
        assertThat(rows.double_(first.id())).isTrue();
        assertThat(kept.getFirst()).isEqualTo(new Row(
                first.id(), first.kind(), first.open(), 12, first.letter(), first.share(), first.small(), first.rate(),
                first.code(), first.rights()));
        assertThat(rows.count(3)).hasSize(3);
        RowList counted = rows.count(MANY);
        assertThat(counted).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(counted.get(i)).isEqualTo(new Row(
                    new U128(i, -i), Kind.CREDIT, i % 2 == 0, -i, 0x10000 + i, i / 2f, (byte) i, i / 3.0, (short) i,
                    new Rights(i & 7)));
        }
        withoutObjects(rows, counted);
        assertThat(rows.same(counted)).isEqualTo(counted);
        assertThat(rows.passOn(counted)).hasSize(MANY);
        var nested = rows.nested(List.of(two, RowList.of()), Optional.of(U128List.of(first.id())));
        assertThat(nested.first()).containsExactly(two, RowList.of());
        assertThat(nested.second()).hasValueSatisfying(ids -> assertThat(ids).containsExactly(first.id()));
    }

    /** Less than a byte for each record beside the list's own bytes. */
    private static void withoutObjects(Rows rows, RowList list) {
        assertThat(leastAllocated(() -> rows.total(list))).isLessThan(MANY);
        assertThat(leastAllocated(() -> rows.count(MANY))).isBetween((long) MANY * ROW_BYTES, (long) MANY * ROW_BYTES + MANY);
        RowList[] spent = {RowList.of()};
        assertThat(leastAllocated(() -> {
                    RowList.Builder builder = RowList.builder(MANY, spent[0]);
                    for (int i = 0; i < MANY; i++) {
                        builder.add().idLow(i).open(true).letter('a').amount(list.amount(i));
                    }
                    spent[0] = builder.build();
                    rows.total(spent[0]);
                }))
                .isLessThan(MANY);
    }

    /** The bytes of objects that this thread makes in a run, when what is made once is there. */
    private static long leastAllocated(Runnable run) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            run.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
