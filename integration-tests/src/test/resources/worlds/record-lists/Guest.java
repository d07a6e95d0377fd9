package guest;

import guest.test.record_lists.keeper.Keeper;
import guest.test.record_lists.rows.Rows;
import guest.test.record_lists.types.Kind;
import guest.test.record_lists.types.Rights;
import guest.test.record_lists.types.RowBuffer;
import guest.test.record_lists.types.RowList;
import guest.test.record_lists.types.U128;
import guest.test.record_lists.types.U128Buffer;
import guest.test.record_lists.types.U128List;
import java.util.List;
import java.util.Optional;

public final class Guest implements Rows {

    private RowList spent = RowList.of();

    @Override
    public RowList same(RowList rows) {
        return RowList.copyOf(rows.stream().toList());
    }

    @Override
    public long total(RowList rows) {
        long total = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.open(i) && rows.kind(i) != Kind.FEE && rows.rights(i).contains(Rights.WRITE)) {
                total += rows.amount(i) * rows.small(i);
            }
        }
        return total;
    }

    @Override
    public RowList count(int count) {
        RowList.Builder rows = RowList.builder(count, spent);
        for (int i = 0; i < count; i++) {
            rows.add()
                    .idLow(i)
                    .idHigh(-i)
                    .kind(Kind.CREDIT)
                    .open(i % 2 == 0)
                    .amount(-i)
                    .letter(0x10000 + i)
                    .share(i / 2f)
                    .small((byte) i)
                    .rate(i / 3.0)
                    .code((short) i)
                    .rightsBits(i & 7);
        }
        spent = rows.build();
        return spent;
    }

    @Override
    public U128List passOn(RowList rows) {
        return Keeper.keep(rows);
    }

    /** Reads and writes single records through buffers. */
    @Override
    public boolean double_(U128 id) {
        U128Buffer key = new U128Buffer().low(id.low()).high(id.high());
        RowBuffer row = new RowBuffer();
        if (!Keeper.find(key, row)) {
            return false;
        }
        RowBuffer first = new RowBuffer();
        Keeper.first(first);
        Keeper.both(key, row, first);
        return Keeper.replace(key, row.amount(2 * row.amount()));
    }

    @Override
    public Tuple2<List<RowList>, Optional<U128List>> nested(List<RowList> rows, Optional<U128List> ids) {
        return new Tuple2<>(rows, ids);
    }
}
