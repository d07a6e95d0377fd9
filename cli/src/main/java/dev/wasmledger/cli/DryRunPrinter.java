package dev.wasmledger.cli;

import dev.wasmledger.cli.booking.Outcome;
import dev.wasmledger.cli.booking.TrialTarget;
import dev.wasmledger.cli.report.TrialBalance;
import dev.wasmledger.cli.service.DryRunService;
import java.io.PrintWriter;
import java.util.Locale;

/** What would come of a run, as text for people. */
record DryRunPrinter(PrintWriter out) {

    void print(DryRunService.Result result) {
        int count = result.transactions().size();
        out.println("nothing of this is kept: " + count + (count == 1 ? " transaction" : " transactions"));
        result.transactions().forEach(this::print);
        out.println();
        var trial = new TrialBalance(result.books());
        out.println("trial balance as it would be: "
                + (trial.balances() ? "debits equal credits in each asset" : "IT DOES NOT BALANCE"));
        out.print(trial.table());
        out.flush();
    }

    private void print(TrialTarget.Expected expected) {
        out.println("  " + expected.settled().transaction().title() + ": "
                + text(expected.settled().outcome())
                + expected.decision().map(by -> ", says " + by.instance()).orElse(""));
        expected.decision()
                .ifPresent(decision ->
                        decision.trace().forEach(line -> out.println("    " + line.instance() + ": " + line.text())));
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted posted -> "posted";
            case Outcome.Known known -> "known already";
            case Outcome.Empty empty -> "moves nothing";
            case Outcome.Vetoed(String policy, String reason) -> "vetoed (" + reason + ")";
            case Outcome.Rejected(var status, String debit, String credit) ->
                "rejected (" + debit + " → " + credit + ": "
                        + status.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        };
    }
}
