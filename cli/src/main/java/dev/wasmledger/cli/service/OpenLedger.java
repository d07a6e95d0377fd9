package dev.wasmledger.cli.service;

import dev.wasmledger.composer.ComponentStore;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.composer.LedgerComposer;
import dev.wasmledger.composer.LedgerFile;
import dev.wasmledger.ledger.ConfigException;
import dev.wasmledger.ledger.Deployment;
import dev.wasmledger.ledger.DeploymentDiffersException;
import dev.wasmledger.ledger.Ledger;
import dev.wasmledger.ledger.LedgerOptions;
import dev.wasmledger.runtime.CompileProgress;
import dev.wasmledger.wit.diagnostic.Diagnostic;
import dev.wasmledger.wit.diagnostic.DiagnosticException;
import dev.wasmledger.wit.diagnostic.WholeFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
        write(composition, file);
        return composition;
    }

    /** Writes a composition's {@code ledger.wasm} and {@code ledger.lock} beside the file. */
    public static void write(Composition composition, LedgerFile file) throws IOException {
        composition.writeTo(folder(file.path()));
    }

    /**
     * Runs a composition over the file's state.
     *
     * @param progress told how far the compilation of the composition is, which takes long the first time
     * @throws DiagnosticException if the log has another deployment active, or a component cannot use its {@code config}
     */
    public static Ledger open(LedgerFile file, Composition composition, CompileProgress progress) throws IOException {
        Deployment deployment = Deployment.of(composition, file.limits(), progress);
        return opened(file, () -> Ledger.open(deployment, file.state(), LedgerOptions.standard(), file.snapshots()));
    }

    /**
     * Runs a composition over what the file's state holds, and keeps nothing of what becomes of it. Where there is no state yet,
     * there will be none.
     *
     * @param progress told how far the compilation of the composition is, which takes long the first time
     * @throws DiagnosticException if the log has another deployment active, or a component cannot use its {@code config}
     */
    public static Ledger scratch(LedgerFile file, Composition composition, CompileProgress progress)
            throws IOException {
        Deployment deployment = Deployment.of(composition, file.limits(), progress);
        try {
            return opened(file, () -> Ledger.scratch(deployment, file.state()));
        } catch (NoSuchFileException e) {
            return opened(file, () -> Ledger.inMemory(deployment, LedgerOptions.standard()));
        }
    }

    /** Opens a ledger somehow. */
    @FunctionalInterface
    private interface Opening {
        Ledger open() throws IOException;
    }

    private static Ledger opened(LedgerFile file, Opening opening) throws IOException {
        try {
            return opening.open();
        } catch (DeploymentDiffersException e) {
            throw new DiagnosticException(Diagnostic.error(
                            "DEPLOY0001",
                            "this is another ledger than the one that the log has active: its components or what they are "
                                    + "told are not the same",
                            new WholeFile(file.path().toString()))
                    .withHint("`wasmledger deploy %s` shows what would change, and goes over to it"
                            .formatted(file.path())));
        } catch (ConfigException e) {
            throw e.in(file);
        }
    }

    /** The folder that a file lies in. */
    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
