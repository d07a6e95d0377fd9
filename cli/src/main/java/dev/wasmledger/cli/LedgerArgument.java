package dev.wasmledger.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument that every command has first. */
final class LedgerArgument {

    @Parameters(paramLabel = "LEDGER", description = "The ledger's file, ledger.yaml.")
    private Path file = Path.of("ledger.yaml");

    Path file() {
        return file;
    }
}
