package dev.wasmledger.cli.service;

import dev.wasmledger.cli.booking.Book;
import dev.wasmledger.cli.booking.StoppedException;
import dev.wasmledger.cli.booking.TrialTarget;
import dev.wasmledger.cli.jsonl.TransactionFile;
import dev.wasmledger.cli.report.BooksView;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.QueryFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Finds out what {@link RunService} would do, and leaves everything as it is. */
public final class DryRunService {

    private final Progress progress;

    public DryRunService(Progress progress) {
        this.progress = progress;
    }

    /**
     * What would come of a run.
     *
     * @param transactions what would become of each, in the file's order
     * @param books all accounts as they would be
     */
    public record Result(List<TrialTarget.Expected> transactions, BooksView books) {}

    /**
     * Tries a ledger out.
     *
     * @param ledgerFile the {@code ledger.yaml}
     * @param composed is given the composition before anything runs
     * @throws StoppedException if a component failed at a command
     * @throws QueryFailedException if a component failed at a question
     */
    public Result run(Path ledgerFile, Consumer<Composition> composed)
            throws IOException, StoppedException, QueryFailedException {
        LedgerFile file = LedgerFile.read(ledgerFile);
        Book book = file.transactions()
                .map(transactions -> TransactionFile.read(TextFile.read(transactions)))
                .orElse(Book.EMPTY);
        Composition composition = OpenLedger.compose(file);
        composed.accept(composition);
        try (Ledger ledger = OpenLedger.scratch(file, composition, progress.compiling())) {
            List<TrialTarget.Expected> expected = new TrialTarget(ledger).post(book, progress);
            return new Result(expected, BooksView.of(ledger));
        }
    }
}
