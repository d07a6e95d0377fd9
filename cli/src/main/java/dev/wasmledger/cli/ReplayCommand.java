package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.LedgerAudit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wasmledger replay}. */
@Command(
        name = "replay",
        header = "Carries out a ledger's log again, and compares.",
        description =
                "Gives every command of the log to new instances of the very components that decided it, which are "
                        + "kept beside the log under their digests, at the time that the log says, and compares outcomes, events and "
                        + "writes byte for byte. The first difference ends it. A log that was changed by somebody who recomputed "
                        + "every digest is found so. Commands that the host stopped are taken as they are.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All came out the same.",
            "1:Something differs, or the log is damaged or cannot be read.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExample:%n",
        footer = "  wasmledger replay samples/credits/ledger.yaml --audit")
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Option(names = "--audit", required = true, description = "Compare what comes of it with the log.")
    private boolean audit;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!audit) { // --audit=false
            CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
            throw new ParameterException(command.commandLine(), "--audit: without it there is nothing to do");
        }
        LedgerFile file = LedgerFile.read(ledger.file());
        var output = Output.of(spec);
        LedgerAudit found = LedgerAudit.run(
                file.state(), file.limits(), TerminalProgress.on(output.err()).verifying());
        if (json) {
            output.json(json(file.ledger(), found));
        } else {
            new ResultPrinter(output.out()).audit(found);
            output.out().flush();
        }
        return found.problem().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static ObjectNode json(String ledger, LedgerAudit found) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("ledger", ledger)
                .put("same", found.problem().isEmpty())
                .put("executed", found.executed())
                .put("stopped", found.stopped());
        Output.putHead(node, found.head());
        found.problem().ifPresent(problem -> node.put("problem", problem));
        return node;
    }
}
