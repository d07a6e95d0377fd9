package dev.wasmledger.cli;

import dev.wasmledger.cli.booking.Outcome;
import dev.wasmledger.cli.booking.Poster;
import dev.wasmledger.cli.journal.Journal;
import dev.wasmledger.cli.report.BooksView;
import dev.wasmledger.cli.report.ReportTable;
import dev.wasmledger.cli.report.TextTable;
import dev.wasmledger.cli.report.TrialBalance;
import dev.wasmledger.cli.service.PostingResult;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.CompositionTree;
import dev.wasmledger.composer.Digest;
import dev.wasmledger.ledger.LedgerAudit;
import dev.wasmledger.ledger.LedgerVerification;
import dev.wasmledger.ledger.ProjectionReport;
import dev.wasmledger.ledger.log.Head;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Results as text for people. */
final class ResultPrinter {

    /** How much of a digest is shown where it only helps to tell two apart. */
    private static final int SHORT_DIGEST = "sha256:".length() + 12;

    private final PrintWriter out;

    ResultPrinter(PrintWriter out) {
        this.out = out;
    }

    /** How a ledger is put together. */
    void composition(Composition composition) {
        CompositionTree tree = composition.tree();
        out.println(tree.ledger() + "  ledger.wasm  " + shortened(composition.digest()));
        branches(tree.branches(), "");
        out.println();
        out.flush();
    }

    private void branches(List<CompositionTree.Branch> branches, String indent) {
        for (int i = 0; i < branches.size(); i++) {
            CompositionTree.Branch branch = branches.get(i);
            boolean last = i == branches.size() - 1;
            out.println(indent + (last ? "└─ " : "├─ ") + branch.label() + " → " + branch.instance()
                    + (branch.repeated()
                            ? " (as above)"
                            : "  " + branch.component().text() + "  " + shortened(branch.digest())));
            branches(branch.branches(), indent + (last ? "   " : "│  "));
        }
    }

    private static String shortened(Digest digest) {
        return digest.toString().substring(0, SHORT_DIGEST);
    }

    /** What became of transactions, and why some of them were not posted. */
    void postings(PostingResult result) {
        int all = result.outcomes().size();
        out.println(counted(all, "transaction"));
        count(result, Outcome.Posted.class, "posted");
        count(result, Outcome.Known.class, "known already");
        count(result, Outcome.Empty.class, "that move nothing");
        count(result, Outcome.Vetoed.class, "vetoed");
        count(result, Outcome.Rejected.class, "rejected");
        result.outcomes().forEach(this::refusal);
        out.println();
    }

    private void count(PostingResult result, Class<? extends Outcome> kind, String what) {
        long count = result.count(kind);
        if (count > 0) {
            out.printf("%6d %s%n", count, what);
        }
    }

    private void refusal(Poster.Settled settled) {
        switch (settled.outcome()) {
            case Outcome.Vetoed(String policy, String reason) ->
                out.println("  vetoed: " + settled.transaction().title() + "\n    " + policy + ": " + reason);
            case Outcome.Rejected(var error, String debit, String credit) ->
                out.println("  rejected: " + settled.transaction().title() + "\n    " + debit + " → " + credit + ": "
                        + error.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            case Outcome.Posted posted -> {}
            case Outcome.Known known -> {}
            case Outcome.Empty empty -> {}
        }
    }

    /** What a journal has besides the transactions that are posted. */
    void leftOut(Journal.LeftOut leftOut) {
        List<String> parts = Stream.of(
                        counted(leftOut.virtualPostings(), "virtual posting"),
                        counted(leftOut.virtualTransactions(), "transaction with no other postings"),
                        counted(leftOut.automatedTransactions(), "automated transaction"),
                        counted(leftOut.periodicTransactions(), "periodic transaction"))
                .filter(part -> !part.startsWith("0 "))
                .toList();
        if (!parts.isEmpty()) {
            out.println("left out: " + String.join(", ", parts));
            out.println();
        }
    }

    private static String counted(int count, String what) {
        return count + " " + (count == 1 ? what : what.replaceFirst("(posting|transaction)", "$1s"));
    }

    /** The trial balance, and what the projections know. */
    void books(BooksView books, Map<String, ProjectionReport> projections) {
        var trial = new TrialBalance(books);
        out.println(
                "trial balance: " + (trial.balances() ? "debits equal credits in each asset" : "IT DOES NOT BALANCE"));
        out.println(trial.table());
        projections.forEach((name, report) -> {
            out.println("projection " + name + ", up to sequence " + report.appliedThrough());
            out.println(new ReportTable(books).print(report.report()));
        });
    }

    /** Where the log ends now. */
    void head(PostingResult result) {
        if (result.changedNothing()) {
            out.println("nothing changed: the log is what it was");
        }
        head(result.after());
    }

    private void head(Head head) {
        out.println("head of the log: sequence " + head.sequence() + ", " + Output.digest(head.digest()));
    }

    /** What came of carrying the whole log out again. */
    void audit(LedgerAudit found) {
        found.problem()
                .ifPresentOrElse(
                        problem -> out.println("differs: " + problem),
                        () -> out.println("all that was carried out again came out the same"));
        var table = new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT);
        table.row("commands carried out again", Long.toString(found.executed()));
        table.row("stopped by the host, as given", Long.toString(found.stopped()));
        out.print(table);
        head(found.head());
    }

    /** What a look at the whole log found. */
    void verification(LedgerVerification found) {
        found.problem()
                .ifPresentOrElse(
                        problem -> out.println("damaged: " + problem.message()),
                        () -> out.println(found.path() + " is whole"));
        var table = new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT);
        table.row("commands", Long.toString(found.commands()));
        table.row("transfers", Long.toString(found.transfers()));
        table.row("accounts", Long.toString(found.accounts()));
        table.row("bytes", Long.toString(found.bytes()));
        if (!found.snapshots().isEmpty()) {
            table.row("snapshots", Integer.toString(found.snapshots().size()));
        }
        out.print(table);
        for (LedgerVerification.Snapshot snapshot : found.snapshots()) {
            snapshot.problem().ifPresent(problem -> out.println("damaged: " + problem));
        }
        found.tornTail()
                .ifPresent(torn -> out.printf(
                        "a crash left %d bytes that were never acknowledged behind offset %d%n",
                        torn.length(), torn.offset()));
        head(found.head());
    }
}
