package dev.wasmledger.composer;

import dev.wasmledger.composer.internal.ledger.LedgerLinker;
import dev.wasmledger.wit.diagnostic.DiagnosticException;

/**
 * Links what a {@code ledger.yaml} names into one component.
 *
 * <pre>{@code
 * LedgerFile file = LedgerFile.read(Path.of("ledger.yaml"));
 * Composition composition = new LedgerComposer(ComponentStore.standard()).compose(file);
 * composition.writeTo(file.path().toAbsolutePath().getParent());
 * }</pre>
 */
public final class LedgerComposer {

    private final ComponentStore store;

    /** A composer that takes components from that store. */
    public LedgerComposer(ComponentStore store) {
        this.store = store;
    }

    /**
     * Links the ledger: host, programs, a gate for each policy, in the file's order, engine; projections beside them. Each import of
     * each instance is satisfied by what {@code with} says, by the one other instance that exports the interface in a
     * version that can stand for it, or by the host. The same components give the same bytes.
     *
     * @throws DiagnosticException with everything for which the ledger cannot be linked, at its place in the file
     */
    public Composition compose(LedgerFile file) {
        return LedgerLinker.link(file, store);
    }
}
