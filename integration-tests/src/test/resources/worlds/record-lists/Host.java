package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.record_lists.row_world.RowWorld;
import host.test.record_lists.rows.Rows;
import host.test.record_lists.types.Kind;
import host.test.record_lists.types.Rights;
import host.test.record_lists.types.Row;
import host.test.record_lists.types.RowList;
import host.test.record_lists.types.U128;
import host.test.record_lists.types.U128List;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    private static final int MANY = 8_000;

    @Override
    public void accept(Component component) {
        List<Row> kept = new ArrayList<>();
        RowWorld.Imports imports = new RowWorld.Imports(rows -> {
            kept.addAll(rows);
            return U128List.copyOf(rows.stream().map(Row::id).toList());
        });
        try (RowWorld world = RowWorld.instantiate(component, imports)) {
            check(world.rows(), kept);
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
        RowList counted = rows.count(MANY);
        assertThat(counted).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(counted.get(i)).isEqualTo(new Row(
                    new U128(i, -i), Kind.CREDIT, i % 2 == 0, -i, 0x10000 + i, i / 2f, (byte) i, i / 3.0, (short) i,
                    new Rights(i & 7)));
        }
        assertThat(rows.same(counted)).isEqualTo(counted);
        assertThat(rows.passOn(counted)).hasSize(MANY);
        var nested = rows.nested(List.of(two, RowList.of()), Optional.of(U128List.of(first.id())));
        assertThat(nested.first()).containsExactly(two, RowList.of());
        assertThat(nested.second()).hasValueSatisfying(ids -> assertThat(ids).containsExactly(first.id()));
    }
}
