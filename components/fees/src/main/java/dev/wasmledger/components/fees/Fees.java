package dev.wasmledger.components.fees;

import dev.wasmledger.components.fees.bindings.wasmledger.host.config.Config;
import dev.wasmledger.components.fees.bindings.wasmledger.host.ids.Ids;
import dev.wasmledger.components.fees.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.fees.bindings.wasmledger.ledger.setup.Setup;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.fees.bindings.wasmledger.types.types.U128List;
import dev.wasmledger.components.settings.Configured;
import dev.wasmledger.components.settings.Settings;
import java.util.List;

/**
 * The interfaces {@code ledger} and {@code setup}. It remembers nothing: whether a fee was charged is what the ledger behind
 * knows, because a fee's id follows from the id of its transfer.
 */
public final class Fees extends ImportedLedger implements Setup {

    private static final int FEE = 0;

    private final Configured<Rule> rule = new Configured<>(Config::get, Rule::read);

    @Override
    public List<Problem> checkConfig() {
        return Problems.of(rule.settings());
    }

    @Override
    public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
        Settings settings = rule.settings();
        if (!settings.mistakes().isEmpty()) {
            throw new IllegalStateException(settings.summary());
        }
        ChargedBatch batch = new ChargedBatch(transfers, known(ids(transfers)), rule.get(), id -> Ids.derive(id, FEE));
        return batch.answer(super.commit(batch.transfers(), transactions, metadata));
    }

    private static U128List ids(TransferList transfers) {
        U128List.Builder ids = U128List.builder(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            ids.add().low(transfers.idLow(i)).high(transfers.idHigh(i));
        }
        return ids.build();
    }
}
