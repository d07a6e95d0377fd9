package dev.wasmledger.cli.service;

import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerComposer;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.Deployment;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.runtime.CompileProgress;
import java.io.IOException;
import java.nio.file.Path;

/** The ledger that a {@code ledger.yaml} describes. */
public final class OpenLedger {

    private OpenLedger() {}

    /** Links the components that the file names. */
    public static Composition compose(LedgerFile file) {
        return new LedgerComposer(ComponentStore.standard()).compose(file);
    }

    /** Links the components, and writes {@code ledger.wasm} and {@code ledger.lock} beside the file. */
    public static Composition composeAndWrite(LedgerFile file) throws IOException {
        Composition composition = compose(file);
        composition.writeTo(folder(file.path()));
        return composition;
    }

    /**
     * Runs a composition over the file's state.
     *
     * @param progress told how far the compilation of the composition is, which takes long the first time
     */
    public static Ledger open(LedgerFile file, Composition composition, CompileProgress progress) throws IOException {
        return Ledger.open(Deployment.of(composition, file.limits(), progress), file.state());
    }

    /** The folder that a file lies in. */
    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
