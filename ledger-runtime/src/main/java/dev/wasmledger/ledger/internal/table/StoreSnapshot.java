package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import java.util.List;

/**
 * All rows of a {@link TableStore} as they were between two commands, while further commands go on. They come in sections, each
 * of which {@link TableStore#load} takes in: loading all of them into a new store makes one that holds the same. Belongs to
 * one thread, which may be another one than the store's.
 */
public final class StoreSnapshot implements AutoCloseable {

    private final List<TableStore.Name> names;
    private final List<Table> tables;
    private final List<TableView> views;
    private boolean named;
    /** The number of the table whose rows come next. */
    private int number;

    StoreSnapshot(List<TableStore.Name> names, List<Table> tables) {
        this.names = List.copyOf(names);
        this.tables = tables;
        this.views = tables.stream().map(Table::view).toList();
    }

    /**
     * Puts the next section.
     *
     * @param bytes where a section ends, give or take a page of rows or a blob
     * @return whether there was one; otherwise nothing was put
     */
    public boolean next(ByteSink target, int bytes) {
        if (!named) {
            named = true;
            putNames(target);
            return true;
        }
        skipWhatIsDone();
        if (number == views.size()) {
            return false;
        }
        int end = target.size() + bytes;
        target.putInt(0); // tables that no section before names
        do {
            target.putInt(number);
            views.get(number).next(target, end);
            skipWhatIsDone();
        } while (number < views.size() && target.size() < end);
        return true;
    }

    /** The store need not keep these rows any more. */
    @Override
    public void close() {
        views.forEach(TableView::close);
    }

    private void skipWhatIsDone() {
        while (number < views.size() && !views.get(number).hasNext()) {
            number++;
        }
    }

    private void putNames(ByteSink target) {
        target.putInt(names.size());
        for (int i = 0; i < names.size(); i++) {
            names.get(i).write(tables.get(i).kind(), target);
        }
    }
}
