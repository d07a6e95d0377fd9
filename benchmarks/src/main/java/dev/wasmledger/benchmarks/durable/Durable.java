package dev.wasmledger.benchmarks.durable;

import dev.wasmledger.ledger.QueryFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Durable transfers a second through the composed ledger, in the same run beside PostgreSQL where that is installed; then a ledger of
 * as many transfers as the property {@code transfers} says (a million unless told; 0 for none), opened, asked and verified. The
 * property {@code seconds} says how long each line is measured (5 unless told); {@code only=large} leaves out all but the large
 * ledger.
 */
public final class Durable {

    private static final int[] CLIENTS = {1, 8, 32};

    private Durable() {}

    /** Without arguments. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, QueryFailedException {
        double seconds = Double.parseDouble(System.getProperty("seconds", "5"));
        long transfers = Long.getLong("transfers", 1_000_000);
        if (!System.getProperty("only", "").equals("large")) {
            List<Throughput.Measured> ours = new Throughput(seconds).report();
            System.out.println();
            beside(ours, seconds);
            System.out.println();
        }
        if (transfers > 0) {
            new LargeLedger(transfers, seconds).report();
        }
    }

    private static void beside(List<Throughput.Measured> ours, double seconds)
            throws IOException, InterruptedException {
        Optional<Path> programs = PostgreSql.programs();
        if (programs.isEmpty()) {
            System.out.println(
                    "PostgreSQL: NOT MEASURED, it is not installed (Debian: postgresql; elsewhere -Dpostgres.bin=...)");
            return;
        }
        double best = 0;
        double eight = 0;
        try (PostgreSql server = PostgreSql.start(programs.get(), ComposedLedger.ACCOUNTS)) {
            System.out.printf("%-34s%12s%11s%n", server.version(), "transfers/s", "average ms");
            server.measure(1, ComposedLedger.ACCOUNTS, seconds / 2);
            for (int clients : CLIENTS) {
                PostgreSql.Measured measured = server.measure(clients, ComposedLedger.ACCOUNTS, seconds);
                System.out.printf(
                        "%-34s%12.0f%11.2f%n",
                        "%d client%s".formatted(clients, clients == 1 ? "" : "s"),
                        measured.perSecond(),
                        measured.averageMillis());
                best = Math.max(best, measured.perSecond());
                eight = clients == 8 ? measured.perSecond() : eight;
            }
        }
        double most =
                ours.stream().mapToDouble(Throughput.Measured::perSecond).max().orElseThrow();
        double singles = ours.stream()
                .filter(one -> one.size() == 1 && one.threads() == 8)
                .mapToDouble(Throughput.Measured::perSecond)
                .findFirst()
                .orElseThrow();
        System.out.printf("the ledger at its best, beside PostgreSQL at its best: %.0f times%n", most / best);
        System.out.printf(
                "eight clients with a transfer each, beside PostgreSQL's eight: %.2f times%n", singles / eight);
    }
}
