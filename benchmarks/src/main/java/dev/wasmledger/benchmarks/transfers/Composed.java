package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.benchmarks.MeasuredLedger;
import dev.wasmledger.composer.Composition;
import dev.wasmledger.ledger.bindings.wasmledger.ledger.ledger.Ledger;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;
import dev.wasmledger.ledger.internal.graph.ComponentGraphs;
import dev.wasmledger.ledger.internal.graph.GraphException;
import dev.wasmledger.ledger.internal.host.Scope;
import dev.wasmledger.ledger.internal.table.TableStore;
import dev.wasmledger.runtime.CompileProgress;
import dev.wasmledger.runtime.Limits;
import java.nio.file.Path;
import java.util.List;

/** The components that ship, composed, over the host's tables; the host's checks and its log are left out. */
final class Composed implements Peer {

    private static final int ACCOUNTS_AT_ONCE = 5_000;

    private final TableStore tables = new TableStore();
    private final Scope scope = new Scope();
    private final Ledger ledger;
    private long now = 1;

    /** How an instance is made over some tables. */
    interface Linking {
        Ledger link(Composition composition, TableStore tables, Scope scope);
    }

    /** @param policies what a ledger's file says under {@code policies}, indented; empty for the engine alone */
    Composed(String policies) {
        this(policies, Composed::linked);
    }

    Composed(String policies, Linking linking) {
        ledger = linking.link(MeasuredLedger.compose(MeasuredLedger.file(Path.of(""), policies)), tables, scope);
        begin(1);
        ledger.createAssets(Batches.assets(), List.of());
        keep();
        open(0, Batches.ACCOUNTS);
    }

    @Override
    public void open(int from, int count) {
        for (int opened = 0; opened < count; opened += ACCOUNTS_AT_ONCE) {
            int more = Math.min(ACCOUNTS_AT_ONCE, count - opened);
            begin(more);
            ledger.createAccounts(Batches.accounts(from + opened, more), List.of());
            keep();
        }
    }

    /** As a ledger links it. */
    private static Ledger linked(Composition composition, TableStore tables, Scope scope) {
        try {
            return ComponentGraphs.of(composition, Limits.defaults(), CompileProgress.NONE)
                    .instantiate(tables, scope)
                    .ledger();
        } catch (GraphException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int commit(Object batch) {
        TransferList transfers = (TransferList) batch;
        begin(transfers.size());
        TransferResultList results =
                ledger.commit(transfers, List.of(), List.of()).results();
        keep();
        int created = 0;
        for (int i = 0; i < results.size(); i++) {
            created += results.status(i) == TransferStatus.CREATED ? 1 : 0;
        }
        return created;
    }

    private void begin(int items) {
        scope.beginCommand(now);
        now += items;
    }

    private void keep() {
        scope.endCommand();
        tables.keep();
    }
}
