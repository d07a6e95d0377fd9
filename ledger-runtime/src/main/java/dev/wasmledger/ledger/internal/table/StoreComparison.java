package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import java.util.ArrayList;
import java.util.List;

/** Holds a snapshot, section by section, against a store that should hold the same. */
public final class StoreComparison {

    private final List<TableStore.Name> names;
    private final List<Table> tables;
    /** How many rows of each table have come. */
    private final List<Long> rows = new ArrayList<>();

    StoreComparison(List<TableStore.Name> names, List<Table> tables) {
        this.names = names;
        this.tables = tables;
    }

    /**
     * Takes a section.
     *
     * @throws MalformedFrameException if it says of a row what the store does not
     */
    public void take(ByteSource section) {
        for (int fresh = section.getCount(1); fresh > 0; fresh--) {
            TableKind kind = TableKind.of(section.getByte());
            TableStore.Name name = new TableStore.Name(section.getText(), section.getText());
            int number = rows.size();
            if (number == names.size()
                    || !names.get(number).equals(name)
                    || tables.get(number).kind() != kind) {
                throw new MalformedFrameException("has %s where the log's frames make none".formatted(name));
            }
            rows.add(0L);
        }
        while (section.hasRemaining()) {
            int number = section.getInt();
            if (number < 0 || number >= rows.size()) {
                throw new MalformedFrameException("has rows of table " + number + ", which it does not name");
            }
            try {
                rows.set(number, rows.get(number) + tables.get(number).compare(section));
            } catch (Table.DifferentRowException e) {
                throw new MalformedFrameException("differs from what the log's frames make of %s under the key %s"
                        .formatted(names.get(number), e.getMessage()));
            }
        }
    }

    /**
     * Says that all sections have come.
     *
     * @throws MalformedFrameException if there are rows in the store that have not
     */
    public void end() {
        for (int number = 0; number < names.size(); number++) {
            long found = number < rows.size() ? rows.get(number) : 0;
            long expected = tables.get(number).rowCount();
            if (found != expected) {
                throw new MalformedFrameException("has %d rows of %s, of which the log's frames make %d"
                        .formatted(found, names.get(number), expected));
            }
        }
    }
}
