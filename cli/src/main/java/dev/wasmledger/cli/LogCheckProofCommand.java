package dev.wasmledger.cli;

import dev.wasmledger.cli.proof.ProofFile;
import dev.wasmledger.cli.proof.TransactionName;
import dev.wasmledger.ledger.LedgerLog;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.log.Digest;
import dev.wasmledger.ledger.log.Frame;
import dev.wasmledger.ledger.log.InclusionProof;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger log check-proof}. */
@Command(
        name = "check-proof",
        header = "Checks that a transaction is in the log with that head.",
        description = "Checks what log prove has printed against the head of a log, as run and log verify print it. "
                + "Needs neither the ledger nor its log.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The log with that head has the transaction.",
            "1:The proof does not show that.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExample:%n",
        footer = "  wasmledger log check-proof proof.json --head sha256:2b08…")
final class LogCheckProofCommand implements Callable<Integer> {

    private static final String PREFIX = "sha256:";

    @Parameters(paramLabel = "PROOF", description = "What log prove has printed.")
    private Path file = Path.of("");

    @Option(names = "--head", paramLabel = "DIGEST", required = true, description = "The head of the log.")
    private String head = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Digest digest = digest();
        var output = Output.of(spec);
        ProofFile proof = ProofFile.read(file);
        int exitCode = ExitCode.FAILED;
        try {
            Frame frame = proof.proof().check(digest);
            LedgerLog.Mention mention = LedgerLog.Mention.ABSENT;
            for (U128 id : TransactionName.ids(proof.transaction())) {
                LedgerLog.Mention found = LedgerLog.mention(frame, id);
                mention = found.compareTo(mention) < 0 ? found : mention;
            }
            String where = "frame %d of the log with that head, of %s"
                    .formatted(frame.sequence(), Instant.EPOCH.plus(frame.time(), ChronoUnit.NANOS));
            output.out().println(text(mention).formatted(proof.transaction(), where));
            exitCode = mention == LedgerLog.Mention.ABSENT ? ExitCode.FAILED : ExitCode.OK;
        } catch (InclusionProof.InvalidProofException e) {
            output.out().println("the proof proves nothing: " + e.getMessage());
        }
        output.out().flush();
        return exitCode;
    }

    private static String text(LedgerLog.Mention mention) {
        return switch (mention) {
            case COMMITTED -> "%s was committed by %s";
            case ASKED_FOR -> "%s was asked for, and not committed, by %s";
            case ABSENT -> "the proof proves nothing: %s is not in %s";
        };
    }

    private Digest digest() {
        try {
            return Digest.parse(head.startsWith(PREFIX) ? head.substring(PREFIX.length()) : head);
        } catch (IllegalArgumentException e) {
            CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
            throw new ParameterException(command.commandLine(), "--head: " + e.getMessage());
        }
    }
}
