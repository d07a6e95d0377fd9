package dev.wasmledger.benchmarks.durable;

import dev.wasmledger.benchmarks.MeasuredLedger;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Deployment;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.LedgerOptions;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Account;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The ledger that ships, with a policy in front of its engine, in a folder that is gone afterwards. */
public final class ComposedLedger implements AutoCloseable {

    /** How many accounts there are, numbered from 1. */
    public static final int ACCOUNTS = 10_000;

    static final int ASSET = 1;

    private final Path folder;
    private final Path state;
    private final Deployment deployment;

    private ComposedLedger(Path folder, Path state, Deployment deployment) {
        this.folder = folder;
        this.state = state;
        this.deployment = deployment;
    }

    /** Composes it; nothing is opened yet. */
    public static ComposedLedger create() throws IOException {
        Path folder = Files.createTempDirectory("wasmledger-benchmark");
        LedgerFile file = MeasuredLedger.file(folder, MeasuredLedger.SPENDING_LIMIT);
        var composition = MeasuredLedger.compose(file);
        return new ComposedLedger(folder, file.state(), Deployment.of(composition, file.limits()));
    }

    /** Opens it with its accounts, which are created where there are none. */
    public Ledger open() throws IOException {
        Ledger ledger = openAsItIs();
        if (ledger.head().sequence() == 0) {
            ledger.createAssets(List.of(new Asset(ASSET, (byte) 2, "USD")), List.of())
                    .join();
            for (int from = 1; from <= ACCOUNTS; from += ACCOUNTS / 2) {
                List<Account> accounts = new ArrayList<>();
                for (int i = from; i < from + ACCOUNTS / 2; i++) {
                    accounts.add(account(i));
                }
                ledger.createAccounts(accounts, List.of()).join();
            }
        }
        return ledger;
    }

    /** Opens it. It takes no snapshot but those that are asked for. */
    Ledger openAsItIs() throws IOException {
        return Ledger.open(deployment, state, LedgerOptions.standard(), LedgerFile.Snapshots.NONE);
    }

    private static Account account(long number) {
        return new Account(
                number(number),
                number(0),
                number(0),
                number(0),
                number(0),
                number(0),
                0,
                0,
                ASSET,
                (short) 1,
                AccountFlags.NONE,
                0);
    }

    /** A number as an id or an amount. */
    static U128 number(long low) {
        return new U128(low, 0);
    }

    /** The folder of its log and snapshots. */
    Path state() {
        return state;
    }

    /** How many bytes the files have whose names begin so. */
    long bytes(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += file.getFileName().toString().startsWith(prefix) ? Files.size(file) : 0;
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
