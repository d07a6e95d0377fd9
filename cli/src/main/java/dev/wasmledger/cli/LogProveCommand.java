package dev.wasmledger.cli;

import dev.wasmledger.cli.proof.ProofFile;
import dev.wasmledger.cli.proof.TransactionName;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.LedgerLog;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;
import dev.wasmledger.ledger.log.InclusionProof;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wasmledger log prove}. */
@Command(
        name = "prove",
        header = "Proves that a transaction is in a ledger's log.",
        description = "Prints, as JSON, the frame that holds the transaction and the way from there to the log's head "
                + "through a Merkle tree. With it, somebody who knows nothing of the ledger but its head can see for "
                + "themselves: log check-proof. The frame holds all transactions of its batch.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:The log has no such transaction, or cannot be read.",
            ExitCode.WRONG_INPUT_TEXT
        },
        footerHeading = "%nExample:%n",
        footer = "  wasmledger log prove samples/credits/ledger.yaml usage-acme-1002")
final class LogProveCommand implements Callable<Integer> {

    @Mixin
    private LedgerArgument ledger = new LedgerArgument();

    @Parameters(index = "1", paramLabel = "TX", description = TransactionName.DESCRIPTION)
    private String transaction = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LedgerFile file = LedgerFile.read(ledger.file());
        var output = Output.of(spec);
        for (U128 id : TransactionName.ids(transaction)) {
            Optional<InclusionProof> proof = LedgerLog.prove(file.state(), id);
            if (proof.isPresent()) {
                output.json(ProofFile.write(proof.get(), transaction));
                return ExitCode.OK;
            }
        }
        output.err().println("the log of " + file.state() + " has no transaction " + transaction);
        output.err().flush();
        return ExitCode.FAILED;
    }
}
