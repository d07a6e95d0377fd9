package dev.wasmledger.benchmarks.table;

import dev.wasmledger.ledger.internal.frame.ByteSink;
import dev.wasmledger.ledger.internal.frame.ByteSource;
import dev.wasmledger.ledger.internal.frame.Records;
import dev.wasmledger.ledger.internal.table.HashedTable;
import dev.wasmledger.ledger.internal.table.OrderedTable;
import dev.wasmledger.ledger.internal.table.TableKind;
import dev.wasmledger.ledger.internal.table.TableStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What recovery does with tables: takes in the writes of commands of 8,000 transfers. A transfer writes itself, a row in the
 * history of each of its two accounts, and the accounts, which the command writes once each.
 */
final class Folding {

    private static final int COMMAND = 8_000;
    private static final int COMMANDS = 125;
    private static final int ACCOUNTS = 10_000;
    private static final int ORDERED = 3; // of docs/log-format.md

    private Folding() {}

    private record Key(long low, long high) {}

    static void report(int samples) {
        List<ByteSource> frames = frames();
        double flat = 0;
        double maps = 0;
        for (int i = 0; i < samples; i++) {
            flat = Math.max(flat, transfersPerMicro(() -> foldTables(frames)));
            maps = Math.max(maps, transfersPerMicro(() -> foldMaps(frames)));
        }
        System.out.printf(
                "%-44s %12.2f %12.2f %8.2f%n", "fold a transfer (a million of them)", flat, maps, flat / maps);
    }

    private static double transfersPerMicro(Runnable folding) {
        long start = Tables.THREADS.getCurrentThreadCpuTime();
        folding.run();
        return (double) COMMAND * COMMANDS * 1e3 / (Tables.THREADS.getCurrentThreadCpuTime() - start);
    }

    private static List<ByteSource> frames() {
        Random random = new Random(3);
        TableStore store = new TableStore();
        HashedTable transfers = (HashedTable) store.open("engine", "transfers", TableKind.HASHED16);
        HashedTable accounts = (HashedTable) store.open("engine", "accounts", TableKind.HASHED16);
        OrderedTable history = (OrderedTable) store.open("engine", "history", TableKind.ORDERED8);
        List<ByteSource> frames = new ArrayList<>();
        long[] row16 = new long[16];
        long[] row8 = new long[8];
        long number = 0;
        for (int command = 0; command < COMMANDS; command++) {
            for (int i = 0; i < COMMAND; i++) {
                number++;
                transfers.put(number, 1, row16);
                for (int side = 0; side < 2; side++) {
                    long account = random.nextInt(ACCOUNTS);
                    accounts.put(account, 2, row16);
                    history.put(new OrderedTable.Key(2, account, number), row8);
                }
            }
            ByteSink sink = new ByteSink();
            store.writeChanges(sink);
            frames.add(new ByteSource(sink.bytes()));
            store.keep();
        }
        return frames;
    }

    private static void foldTables(List<ByteSource> frames) {
        TableStore store = new TableStore();
        frames.forEach(frame -> store.fold(frame.again()));
        store.settleFolded();
    }

    /** Gives how many rows of history there are in the end. */
    private static int foldMaps(List<ByteSource> frames) {
        List<@Nullable Map<Key, long[]>> hashed = new ArrayList<>();
        Map<OrderedTable.Key, long[]> ordered = new TreeMap<>();
        for (ByteSource writes : frames) {
            ByteSource frame = writes.again();
            for (int fresh = frame.getInt(); fresh > 0; fresh--) {
                boolean isOrdered = frame.getByte() == ORDERED;
                frame.getText();
                frame.getText();
                hashed.add(isOrdered ? null : new HashMap<>());
            }
            for (int changed = frame.getInt(); changed > 0; changed--) {
                @Nullable Map<Key, long[]> table = hashed.get(frame.getInt());
                int fields = table != null ? 3 : 4; // behind whether it was put, and the key
                Records records = new Records(fields + (table != null ? 16 : 8));
                for (int rows = frame.getInt(); rows > 0; rows--) {
                    long[] record = records.get(frame);
                    long[] row = Arrays.copyOfRange(record, fields, record.length);
                    if (table != null) {
                        table.put(new Key(record[1], record[2]), row);
                    } else {
                        ordered.put(new OrderedTable.Key(record[2], record[1], record[3]), row);
                    }
                }
            }
        }
        return ordered.size();
    }
}
