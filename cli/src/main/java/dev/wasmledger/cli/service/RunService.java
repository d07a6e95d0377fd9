package dev.wasmledger.cli.service;

import dev.wasmledger.cli.booking.Book;
import dev.wasmledger.cli.booking.Poster;
import dev.wasmledger.cli.booking.StoppedException;
import dev.wasmledger.cli.jsonl.TransactionFile;
import dev.wasmledger.cli.report.BooksView;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.ProjectionReport;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.log.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Links a ledger, runs it, posts its file of transactions, and looks at the books. */
public final class RunService {

    private final Progress progress;

    public RunService(Progress progress) {
        this.progress = progress;
    }

    /**
     * The books after a run.
     *
     * @param posting what came of the file of transactions; without outcomes where the ledger names no file
     * @param books all accounts
     * @param projections what each projection knows, by name
     */
    public record Result(PostingResult posting, BooksView books, Map<String, ProjectionReport> projections) {}

    /**
     * Runs a ledger.
     *
     * @param ledgerFile the {@code ledger.yaml}
     * @param composed is given the composition before anything runs
     * @throws StoppedException if a component failed at a command
     * @throws QueryFailedException if a component failed at a question
     */
    public Result run(Path ledgerFile, Consumer<Composition> composed)
            throws IOException, StoppedException, QueryFailedException {
        LedgerFile file = LedgerFile.read(ledgerFile);
        Book book = file.transactions().map(RunService::read).orElse(Book.EMPTY);
        Composition composition = OpenLedger.compose(file);
        composed.accept(composition);
        try (Ledger ledger = OpenLedger.open(file, composition, progress.compiling())) {
            OpenLedger.write(
                    composition, file); // Only now: a ledger that is refused leaves the files of the active one.
            Head before = ledger.head();
            var outcomes = new Poster(ledger, progress).post(book);
            var posting = new PostingResult(outcomes, before, ledger.head());
            Map<String, ProjectionReport> projections = new LinkedHashMap<>();
            for (String name : ledger.projections()) {
                projections.put(name, ledger.report(name));
            }
            return new Result(posting, BooksView.of(ledger), projections);
        }
    }

    private static Book read(Path transactions) {
        return TransactionFile.read(TextFile.read(transactions));
    }
}
