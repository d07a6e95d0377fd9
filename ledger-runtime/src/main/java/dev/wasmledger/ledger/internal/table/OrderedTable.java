package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.ByteSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Rows of eight u64 fields in the order of their keys, a u128 and then a u64, all unsigned. A row takes at most 92 bytes where
 * rows come with ever greater keys, 110 where accounts have runs of some hundreds of such rows, 140 where they come in any order and
 * 190 in the worst one: key and fields in blocks of 64 that are not always full. Removals can leave blocks a quarter full. Where
 * rows come with ever greater keys or in runs, and have much in common, they are packed, and take a fraction of that.
 *
 * <p>What is written stays beside the blocks until somebody goes through the table, or until many rows have come together:
 * most are written once and looked at long after, and where they come sorted, many of them find their place at once.
 * Ten mebibytes of such rows wait at most, thirty while a log is folded.
 */
public final class OrderedTable extends RowTable {

    private static final int WIDTH = 8;
    private static final Key FIRST = new Key(0, 0, 0);
    private static final Key LAST = new Key(-1, -1, -1);

    /** How many rows that were kept wait for their place in a block: the more, the more of them go into the same one. */
    private static final int RECENT_ROWS = 1 << 16;
    /** How many rows that were folded: nobody looks for them meanwhile. */
    private static final int FOLDED_ROWS = 1 << 18;
    /** The changes of a command with at least so many rows are kept as they are: that is as good as copying them. */
    private static final int MANY_ROWS = 1 << 10;

    private final SortedRows rows = new SortedRows(WIDTH);
    /** What was kept, and has no place in a block yet; what was kept last comes last. */
    private final List<Changes> recent = new ArrayList<>();

    private int recentRows;
    /** How many of {@link #recent} a view may see: those are not written to any more. */
    private int seen;
    /** Changes that can be used again. */
    private final Deque<Changes> spare = new ArrayDeque<>();
    /** What was folded, and has no place in a block yet; then there is nothing recent. */
    private final Changes folded = Changes.planned(WIDTH);

    /** Where the row at hand stands: in a block, or among what the command at hand has written. */
    private long[] page = {};

    private int offset;

    public OrderedTable() {
        super(TableKind.ORDERED8, WIDTH);
    }

    /** A u128 and a u64: where a row stands. */
    public record Key(long high, long low, long minor) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return SortedRows.compare(new long[] {high, low, minor}, 0, other.high, other.low, other.minor);
        }
    }

    /** Takes the rows of a scan. */
    @FunctionalInterface
    public interface RowConsumer {

        /** Takes one row, whose eight fields stand in an array from an offset on; they are lost after the call. */
        void row(Key key, long[] page, int offset);
    }

    /** Goes to the row at a key, which is at hand until the next call; says whether there is one. */
    public boolean find(long low, long high, long minor) {
        int entry = changed() ? changes.find(low, high, minor) : Changes.NONE;
        if (entry != Changes.NONE) {
            toPlanned(entry);
            return changes.isPut(entry);
        }
        for (int i = recent.size() - 1; i >= 0; i--) {
            Changes kept = recent.get(i);
            int found = kept.find(low, high, minor);
            if (found != Changes.NONE) {
                page = kept.before();
                offset = kept.offset(found);
                return kept.isPut(found);
            }
        }
        settleFolded();
        boolean found = rows.find(high, low, minor);
        if (found) {
            page = rows.page();
            offset = rows.offset();
        }
        return found;
    }

    /** Goes to a row to be written over whatever stood at a key: all its fields have to be set. */
    public void claim(long low, long high, long minor) {
        toPlanned(changes.planning(low, high, minor, true));
    }

    private void toPlanned(int entry) {
        page = changes.before();
        offset = changes.offset(entry);
    }

    /** The array that holds the fields of the row at hand, from {@link #offset} on. */
    public long[] page() {
        return page;
    }

    /** Where in {@link #page} the first field of the row at hand stands. */
    public int offset() {
        return offset;
    }

    /** Copies the row at a key; says whether there is one. */
    public boolean get(Key key, long[] target) {
        if (!find(key.low(), key.high(), key.minor())) {
            return false;
        }
        System.arraycopy(page, offset, target, 0, WIDTH);
        return true;
    }

    /** Writes a row over whatever stood at the key. */
    public void put(Key key, long[] row) {
        claim(key.low(), key.high(), key.minor());
        System.arraycopy(row, 0, page, offset, WIDTH);
    }

    /** Removes the row at a key; says whether there was one. */
    public boolean remove(Key key) {
        if (!find(key.low(), key.high(), key.minor())) {
            return false;
        }
        changes.planning(key.low(), key.high(), key.minor(), false);
        return true;
    }

    /** Gives the first rows from {@code low} to {@code high}, both included, in order: at most {@code limit}. */
    public void scan(Key low, Key high, int limit, RowConsumer consumer) {
        settle();
        boolean more = rows.from(low.high(), low.low(), low.minor());
        Planned planned = new Planned(low, high, Comparator.naturalOrder());
        for (int given = 0; given < limit; ) {
            Key key = more ? rowKey() : LAST;
            boolean inTree = more && key.compareTo(high) <= 0;
            if (!inTree && !planned.hasNext()) {
                return;
            }
            boolean isPlanned = planned.hasNext() && (!inTree || planned.key().compareTo(key) <= 0);
            boolean replaced = isPlanned && inTree && planned.key().equals(key);
            if (isPlanned) {
                given += planned.give(consumer);
            } else {
                consumer.row(key, rows.page(), rows.offset());
                given++;
            }
            if (replaced || !isPlanned) {
                more = rows.next();
            }
        }
    }

    /** Gives the last rows from {@code low} to {@code high}, both included, the last one first: at most {@code limit}. */
    public void scanReversed(Key low, Key high, int limit, RowConsumer consumer) {
        settle();
        boolean more = rows.upTo(high.high(), high.low(), high.minor());
        Planned planned = new Planned(low, high, Comparator.reverseOrder());
        for (int given = 0; given < limit; ) {
            Key key = more ? rowKey() : FIRST;
            boolean inTree = more && key.compareTo(low) >= 0;
            if (!inTree && !planned.hasNext()) {
                return;
            }
            boolean isPlanned = planned.hasNext() && (!inTree || planned.key().compareTo(key) >= 0);
            boolean replaced = isPlanned && inTree && planned.key().equals(key);
            if (isPlanned) {
                given += planned.give(consumer);
            } else {
                consumer.row(key, rows.page(), rows.offset());
                given++;
            }
            if (replaced || !isPlanned) {
                more = rows.previous();
            }
        }
    }

    private Key rowKey() {
        return new Key(rows.keyHigh(), rows.keyLow(), rows.keyMinor());
    }

    /** What the command at hand has written between two keys, in an order. Mostly that is nothing. */
    private final class Planned {
        private final List<Integer> entries = new ArrayList<>();
        private int next;

        Planned(Key low, Key high, Comparator<Key> order) {
            for (int entry = 0; entry < changes.count(); entry++) {
                Key key = plannedKey(entry);
                if (key.compareTo(low) >= 0 && key.compareTo(high) <= 0) {
                    entries.add(entry);
                }
            }
            entries.sort(Comparator.comparing(OrderedTable.this::plannedKey, order));
        }

        boolean hasNext() {
            return next < entries.size();
        }

        Key key() {
            return plannedKey(entries.get(next));
        }

        /** Gives the next one, unless it is a removal; says how many were given. */
        int give(RowConsumer consumer) {
            int entry = entries.get(next++);
            if (changes.isPut(entry)) {
                consumer.row(plannedKey(entry), changes.before(), changes.offset(entry));
                return 1;
            }
            return 0;
        }
    }

    private Key plannedKey(int entry) {
        return new Key(changes.keyHigh(entry), changes.keyLow(entry), changes.keyMinor(entry));
    }

    @Override
    public void keep() {
        settleFolded();
        recentRows += changes.count();
        if (changes.count() >= MANY_ROWS) {
            recent.add(changes);
            changes = spare.isEmpty() ? Changes.planned(WIDTH) : spare.pop();
        } else if (changed()) {
            addRecent();
        }
        super.keep();
        if (recentRows >= RECENT_ROWS) {
            settle();
        }
    }

    private void addRecent() {
        if (recent.size() == seen) {
            recent.add(spare.isEmpty() ? Changes.planned(WIDTH) : spare.pop());
        }
        Changes last = recent.getLast();
        for (int entry = 0; entry < changes.count(); entry++) {
            int kept = last.planning(
                    changes.keyLow(entry), changes.keyHigh(entry), changes.keyMinor(entry), changes.isPut(entry));
            System.arraycopy(changes.before(), changes.offset(entry), last.before(), last.offset(kept), WIDTH);
        }
    }

    @Override
    void foldPut(long low, long high, long minor, long[] row, int at) {
        int entry = folded.appending(low, high, minor, true);
        System.arraycopy(row, at, folded.before(), folded.offset(entry), WIDTH);
        settleIfMany();
    }

    @Override
    void foldRemove(long low, long high, long minor) {
        folded.appending(low, high, minor, false);
        settleIfMany();
    }

    private void settleIfMany() {
        if (folded.count() == FOLDED_ROWS) {
            settleFolded();
        }
    }

    @Override
    void settleFolded() {
        if (folded.count() > 0) {
            rows.place(new KeyOrder(List.of(folded)));
            folded.clear();
        }
    }

    /** Gives all rows that were kept their place in a block. */
    private void settle() {
        settleFolded();
        rows.place(new KeyOrder(recent));
        for (Changes kept : recent.subList(seen, recent.size())) {
            kept.clear();
            spare.push(kept);
        }
        recent.clear();
        recentRows = 0;
        seen = 0;
    }

    @Override
    void eachRow(RowBytes consumer) {
        settle();
        for (boolean more = rows.first(); more; more = rows.next()) {
            writeKey(Change.PUT, rows.keyLow(), rows.keyHigh(), rows.keyMinor(), consumer.sink());
            consumer.sink().putLongs(rows.page(), rows.offset(), WIDTH);
            consumer.row();
        }
    }

    @Override
    TableView view() {
        settleFolded();
        seen = recent.size();
        return new MergedView(rows.view(), List.copyOf(recent), WIDTH);
    }

    @Override
    void copy(int entry, long[] target, int at) {
        System.arraycopy(changes.before(), changes.offset(entry), target, at, WIDTH);
    }

    @Override
    boolean isZero(int entry) {
        return isZero(changes.before(), changes.offset(entry));
    }

    @Override
    boolean contains(long low, long high, long minor) {
        return find(low, high, minor);
    }

    @Override
    void restore(int entry) {
        // What a command writes is in no block before it is kept.
    }

    @Override
    void load(ByteSource source) {
        settle();
        rows.append(PackedRows.read(source, SortedRows.KEY_FIELDS + WIDTH, SortedRows.BLOCK_ROWS));
    }

    @Override
    long rowCount() {
        settle();
        return rows.count();
    }

    @Override
    int compare(ByteSource source) throws DifferentRowException {
        int fields = SortedRows.KEY_FIELDS + WIDTH;
        return compare(PackedRows.read(source, fields, SortedRows.BLOCK_ROWS), fields);
    }

    @Override
    boolean holds(long[] row) {
        return find(row[1], row[0], row[2])
                && Arrays.equals(page, offset, offset + WIDTH, row, SortedRows.KEY_FIELDS, row.length);
    }
}
