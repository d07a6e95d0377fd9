package dev.wasmledger.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.LedgerVerification;
import dev.wasmledger.ledger.LedgerVerifier;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wasmledger log verify}. */
@Command(
        name = "verify",
        header = "Recomputes the log's chain of digests.",
        description = "Reads the whole log, recomputes every frame's checksum and digest, and checks that each frame "
                + "follows the one before it and that the books balance in it. A snapshot beside the log is held, row by row, "
                + "against what the frames before it add up to. Needs none of the ledger's components.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The log and its snapshots are whole.",
            "1:One of them is damaged, or cannot be read.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wasmledger log verify samples/credits/ledger.yaml",
            "  wasmledger log verify samples/credits/ledger.yaml --json"
        })
final class LogVerifyCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LedgerFile file = LedgerFile.read(ledger.file());
        var output = Output.of(spec);
        LedgerVerification found = LedgerVerifier.verify(
                file.state(), TerminalProgress.on(output.err()).verifying());
        if (json) {
            output.json(json(file.ledger(), found));
        } else {
            new ResultPrinter(output.out()).verification(found);
            output.out().flush();
        }
        return found.isWhole() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static ObjectNode json(String ledger, LedgerVerification found) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("ledger", ledger)
                .put("whole", found.problem().isEmpty())
                .put("commands", found.commands())
                .put("transfers", found.transfers())
                .put("accounts", found.accounts())
                .put("bytes", found.bytes());
        Output.putHead(node, found.head());
        found.tornTail()
                .ifPresent(torn ->
                        node.putObject("torn-tail").put("offset", torn.offset()).put("length", torn.length()));
        var snapshots = node.putArray("snapshots");
        for (LedgerVerification.Snapshot snapshot : found.snapshots()) {
            ObjectNode entry =
                    snapshots.addObject().put("file", snapshot.file()).put("sequence", snapshot.sequence());
            snapshot.problem().ifPresent(problem -> entry.put("problem", problem));
        }
        found.problem()
                .ifPresent(problem -> node.putObject("problem")
                        .put("offset", problem.offset())
                        .put("sequence", problem.sequence())
                        .put("message", problem.message()));
        return node;
    }
}
