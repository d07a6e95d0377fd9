package dev.wasmledger.cli.service;

import dev.wasmledger.cli.booking.JournalBook;
import dev.wasmledger.cli.booking.Poster;
import dev.wasmledger.cli.booking.StoppedException;
import dev.wasmledger.cli.journal.Journal;
import dev.wasmledger.cli.journal.JournalReader;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.QueryFailedException;
import dev.wasmledger.ledger.log.Head;
import java.io.IOException;
import java.nio.file.Path;

/** Posts a plain-text journal to a ledger. */
public final class ImportService {

    private final Progress progress;

    public ImportService(Progress progress) {
        this.progress = progress;
    }

    /**
     * What to import.
     *
     * @param ledgerFile the {@code ledger.yaml}
     * @param journal the journal
     */
    public record Request(Path ledgerFile, Path journal) {}

    /**
     * What came of it.
     *
     * @param leftOut what of the journal is not real
     * @param posting what became of the rest
     */
    public record Result(Journal.LeftOut leftOut, PostingResult posting) {}

    /**
     * Imports a journal: all of it, or nothing if anything in it cannot be taken.
     *
     * @throws StoppedException if a component failed at a command
     * @throws QueryFailedException if a component failed at a question
     */
    public Result run(Request request) throws IOException, StoppedException, QueryFailedException {
        LedgerFile file = LedgerFile.read(request.ledgerFile());
        Journal journal = JournalReader.read(TextFile.read(request.journal()));
        Composition composition = OpenLedger.compose(file);
        try (Ledger ledger = OpenLedger.open(file, composition, progress.compiling())) {
            OpenLedger.write(
                    composition, file); // Only now: a ledger that is refused leaves the files of the active one.
            Head before = ledger.head();
            var outcomes = new Poster(ledger, progress).post(JournalBook.of(journal));
            return new Result(journal.leftOut(), new PostingResult(outcomes, before, ledger.head()));
        }
    }
}
