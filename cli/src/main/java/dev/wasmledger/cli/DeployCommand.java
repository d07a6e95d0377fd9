package dev.wasmledger.cli;

import dev.wasmledger.cli.service.OpenLedger;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.ConfigException;
import dev.wasmledger.ledger.Deployment;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.Redeployment;
import dev.wasmledger.ledger.log.Head;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wasmledger deploy}. */
@Command(
        name = "deploy",
        header = "Goes over to what a ledger's file describes now.",
        description =
                "Names what differs from the deployment that the log has active, carries the log's last commands out with "
                        + "the new components over the books as they were before, and shows everything that they would have decided "
                        + "otherwise. Once that is confirmed, an entry in the log makes the new deployment the active one. Going back "
                        + "is another entry.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The deployment is active; with --check, nothing would have been decided otherwise.",
            "1:It is not: nobody confirmed it, or it failed; with --check, something would have been.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger deploy samples/credits/ledger.yaml --check --last 1000",
            "  wasmledger deploy samples/credits/ledger.yaml --back-to 1 --yes"
        })
final class DeployCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Option(names = "--check", description = "Show it and end there.")
    private boolean check;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "How many of the log's last frames to carry out; 100 if nothing is said.")
    private long last = 100;

    @Option(
            names = "--back-to",
            paramLabel = "SEQ",
            description = "Take the deployment that was active at that frame, instead of the file's.")
    private @Nullable Long backTo;

    @Option(names = "--yes", description = "Confirm it; at a terminal it is asked for otherwise.")
    private boolean yes;

    @Option(names = "--json", description = "As JSON. Nothing is asked then.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (last < 0) {
            throw wrong("--last: there are no " + last + " frames");
        }
        LedgerFile file = LedgerFile.read(ledger.file());
        if (check) {
            Ledger.requireLog(file.state()); // looking must not begin a ledger
        }
        var output = Output.of(spec);
        Optional<Composition> composition = backTo == null ? Optional.of(OpenLedger.compose(file)) : Optional.empty();
        try (Redeployment redeployment = prepare(file, composition, output)) {
            var report = new DeploymentReport(redeployment, redeployment.rehearse(redeployment.isActive() ? 0 : last));
            if (!json) {
                output.text(report.text());
            }
            Optional<Head> head = redeployment.isActive() || confirmed(output)
                    ? Optional.of(redeployment.confirm())
                    : Optional.empty();
            if (head.isPresent() && composition.isPresent()) {
                OpenLedger.write(composition.get(), file);
            }
            if (json) {
                output.json(report.json(file.ledger(), head));
            } else if (!check) {
                output.text(DeploymentReport.end(head));
            }
            boolean good = check ? report.nothingDiffers() : head.isPresent();
            return good ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private Redeployment prepare(LedgerFile file, Optional<Composition> composition, Output output) throws IOException {
        if (composition.isPresent()) {
            var progress = TerminalProgress.on(output.err()).compiling();
            try {
                return Redeployment.of(Deployment.of(composition.get(), file.limits(), progress), file.state());
            } catch (ConfigException e) {
                throw e.in(file);
            }
        }
        try {
            return Redeployment.backTo(Objects.requireNonNull(backTo), file.limits(), file.state());
        } catch (IllegalArgumentException e) {
            throw wrong("--back-to: " + e.getMessage());
        }
    }

    private boolean confirmed(Output output) {
        if (check || yes || json) {
            return yes && !check;
        }
        if (!TerminalProgress.isTerminal()) {
            output.err().println("nothing is deployed without --yes");
            output.err().flush();
            return false;
        }
        return Optional.ofNullable(System.console())
                .map(console -> console.readLine("deploy it? [y/N] "))
                .filter("y"::equalsIgnoreCase)
                .isPresent();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), message);
    }
}
