package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.Limits;
import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.MalformedFrameException;
import dev.wasmledger.ledger.log.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All tables of a deployment. In the log a table goes by a number, which it gets with its first committed write; the frame
 * that holds that write says what the number stands for.
 */
public final class TableStore {

    private final Map<Name, Table> tables = new TreeMap<>();
    private final List<Name> numbered = new ArrayList<>();
    private final Map<Name, Integer> numbers = new HashMap<>();

    /** Whose table it is, and what that instance calls it. */
    record Name(String instance, String table) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::instance).thenComparing(Name::table);

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return "table '%s' of %s".formatted(table, instance.isEmpty() ? "the host" : instance);
        }

        /** Puts what a frame says of a table before the first write to it. */
        void write(TableKind kind, ByteSink target) {
            target.putByte(kind.code());
            target.putText(instance);
            target.putText(table);
        }
    }

    /**
     * The table of that name, which is created where there is none.
     *
     * @throws StateMisuseException if it is of another kind, or there are too many
     */
    public Table open(String instance, String name, TableKind kind) {
        Name key = new Name(instance, name);
        Table table = tables.get(key);
        if (table == null) {
            if (tables.size() == Limits.TABLES) {
                throw new StateMisuseException(
                        "table '%s' would be the deployment's %dth".formatted(name, Limits.TABLES + 1));
            }
            table = kind.create();
            tables.put(key, table);
        }
        if (table.kind() != kind) {
            throw new StateMisuseException("table '%s' is %s, not %s".formatted(name, table.kind(), kind));
        }
        return table;
    }

    /**
     * The table of that name, whose rows but those of zeros follow from what else a frame says, so that no frame holds them.
     * It has its number from here on.
     */
    public Table openDerived(String instance, String name, TableKind kind) {
        Table table = open(instance, name, kind);
        if (table instanceof RowTable rows) {
            rows.derive();
        }
        Name key = new Name(instance, name);
        if (!numbers.containsKey(key)) {
            number(key);
        }
        return table;
    }

    /** Whether the command at hand has written anything. */
    public boolean changed() {
        return tables.values().stream().anyMatch(Table::changed);
    }

    /** Puts the writes of the command at hand: tables that are new to the log, then what was written to which table. */
    public void writeChanges(ByteSink target) {
        List<Name> changed = changedTables().stream()
                .filter(name -> table(name).writes() > 0)
                .toList();
        List<Name> fresh =
                changed.stream().filter(name -> !numbers.containsKey(name)).toList();
        target.putInt(fresh.size());
        for (Name name : fresh) {
            name.write(table(name).kind(), target);
        }
        target.putInt(changed.size());
        for (Name name : changed) {
            Integer number = numbers.get(name);
            target.putInt(number != null ? number : numbered.size() + fresh.indexOf(name));
            table(name).writeChanges(target);
        }
    }

    /** Makes the command's writes the committed state. */
    public void keep() {
        List<Name> changed = changedTables();
        for (Name name : changed) {
            if (!numbers.containsKey(name)) {
                number(name);
            }
        }
        changed.forEach(name -> table(name).keep());
    }

    /** Forgets the command's writes. */
    public void drop() {
        tables.values().forEach(Table::drop);
    }

    /** Takes in committed writes as {@link #writeChanges} put them. */
    public void fold(ByteSource source) {
        openNamed(source);
        int changed = source.getCount(1);
        for (int i = 0; i < changed; i++) {
            numbered(source.getInt()).fold(source);
        }
    }

    /** Says that no more is folded for now: what waits for its place gets it, so that no command has to wait for that. */
    public void settleFolded() {
        tables.values().forEach(Table::settleFolded);
    }

    private void openNamed(ByteSource source) {
        int fresh = source.getCount(1);
        for (int i = 0; i < fresh; i++) {
            TableKind kind = TableKind.of(source.getByte());
            Name name = new Name(source.getText(), source.getText());
            open(name.instance(), name.table(), kind);
            if (!numbers.containsKey(name)) {
                number(name);
            }
        }
    }

    private Table numbered(int number) {
        if (number < 0 || number >= numbered.size()) {
            throw new MalformedFrameException("writes to table " + number + ", which nobody has opened");
        }
        return table(numbered.get(number));
    }

    /** Keeps all rows as they are for a thread that writes them down, while the store goes on. Between two commands only. */
    public StoreSnapshot snapshot() {
        if (changed()) {
            throw new IllegalStateException("a snapshot in the middle of a command");
        }
        return new StoreSnapshot(numbered, numberedTables());
    }

    /** Takes in a section of a {@link StoreSnapshot}; the sections come in their order, and into a store that has no rows. */
    public void load(ByteSource section) {
        openNamed(section);
        while (section.hasRemaining()) {
            numbered(section.getInt()).load(section);
        }
    }

    /** Begins to hold a snapshot against this store. */
    public StoreComparison compare() {
        return new StoreComparison(numbered, numberedTables());
    }

    private List<Table> numberedTables() {
        return numbered.stream().map(this::table).toList();
    }

    /** Covers every row of every table that has one; the same rows always give the same digest. */
    public Digest digest() {
        RowBytes all = new RowBytes();
        for (Name name : new TreeMap<>(numbers).keySet()) {
            if (table(name).rowCount() == 0) {
                continue;
            }
            all.sink().putText(name.instance());
            all.sink().putText(name.table());
            all.row();
            table(name).eachRow(all);
        }
        return all.digest();
    }

    /** Tables that the command wrote to: those that the log knows by their number, then new ones by name. */
    private List<Name> changedTables() {
        List<Name> changed = new ArrayList<>();
        numbered.stream().filter(name -> table(name).changed()).forEach(changed::add);
        tables.forEach((name, table) -> {
            if (table.changed() && !numbers.containsKey(name)) {
                changed.add(name);
            }
        });
        return changed;
    }

    private void number(Name name) {
        numbers.put(name, numbered.size());
        numbered.add(name);
    }

    private Table table(Name name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("no table " + name);
        }
        return table;
    }
}
