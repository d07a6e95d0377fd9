package dev.wasmledger.ledger;

import static dev.wasmledger.ledger.Samples.account;
import static dev.wasmledger.ledger.Samples.id;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.internal.snapshot.SnapshotPolicy;
import dev.wasmledger.ledger.log.LogOptions;
import dev.wasmledger.ledger.storage.FileStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** The process that {@link KillTest} kills: commits the transactions whose numbers it reads, says which are durable. */
final class KillTarget {

    /** So small that a few kills go through a segment. */
    private static final LogOptions OPTIONS =
            new LogOptions(1 << 14, 1 << 15, ForkJoinPool.commonPool(), new SecureRandom()::nextLong);

    /** As small, so that a kill may come while a snapshot is written. */
    private static final SnapshotPolicy SNAPSHOTS =
            new SnapshotPolicy(1 << 14, 2, task -> Thread.ofPlatform().daemon().start(task));

    private KillTarget() {}

    /** Opens the ledger, with segments and snapshots that are small. */
    static Ledger open(Path state) throws IOException {
        return Ledger.open(JavaGraphs.honest(), FileStorage.open(state), OPTIONS, LedgerOptions.standard(), SNAPSHOTS);
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader numbers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = numbers.readLine();
        if (line != null) {
            commitAll(Path.of(arguments[0]), line, numbers);
        }
    }

    private static void commitAll(Path state, String first, BufferedReader numbers) throws Exception {
        try (Ledger ledger = open(state)) {
            ledger.createAssets(List.of(Samples.CREDITS), List.of()).get();
            ledger.createAccounts(List.of(account(1), account(2), account(3)), List.of())
                    .get();
            for (String line = first; line != null; line = numbers.readLine()) {
                commit(ledger, Integer.parseInt(line));
            }
        }
    }

    /** Both transfers of a transaction. */
    static List<U128> ids(int transaction) {
        return List.of(id(2L * transaction + 10), id(2L * transaction + 11));
    }

    private static void commit(Ledger ledger, int transaction) {
        var first = Samples.transfer(2L * transaction + 10, 1, 2, 1, JavaEngine.LINKED);
        var second = Samples.transfer(2L * transaction + 11, 2, 3, 1);
        var unused = ledger.commit(List.of(first, second), List.of(), List.of()).thenAccept(result -> {
            if (result instanceof CommandResult.Carried) {
                System.out.println(transaction + ".");
            }
        });
    }
}
