package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.host.clock.Clock;
import dev.wasmledger.components.engine.bindings.wasmledger.host.events.Events;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Account;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Event;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Metadata;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transaction;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferResults;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.U128;
import java.util.List;

/** The engine, which tells the truth unless the last transfer of a batch has the code of a {@link Lie}. */
public final class LyingEngine extends Engine {

    private final LyingTables tables;

    /** The engine as a component. */
    public LyingEngine() {
        this(new LyingTables());
    }

    private LyingEngine(LyingTables tables) {
        super(tables, Clock::now, happened -> Events.emit(told(happened, tables.lie())));
        this.tables = tables;
    }

    @Override
    public TransferResults commit(TransferList transfers, List<Transaction> transactions, List<Metadata> metadata) {
        Lie lie = Lie.of(transfers);
        tables.begin(lie);
        TransferResults results = super.commit(transfers, transactions, metadata);
        tables.end();
        return lie == Lie.TOO_FEW_OUTCOMES ? allButTheLast(results) : results;
    }

    private static TransferResults allButTheLast(TransferResults results) {
        TransferResultList all = results.results();
        return new TransferResults(TransferResultList.copyOf(all.subList(0, all.size() - 1)), results.vetoes());
    }

    private static EventList told(EventList happened, Lie lie) {
        int last = happened.size() - 1;
        return switch (lie) {
            case NO_EVENT -> EventList.copyOf(happened.subList(0, last));
            case EVENT -> {
                EventList.Builder told = EventList.builder(happened.size());
                for (int i = 0; i < last; i++) {
                    told.add(happened, i);
                }
                told.add(withMoreDebits(happened.get(last)));
                yield told.build();
            }
            default -> happened;
        };
    }

    private static Event withMoreDebits(Event event) {
        Account debited = event.debitAccount();
        U128 posted = debited.debitsPosted();
        Account more = new Account(
                debited.id(),
                debited.debitsPending(),
                new U128(posted.low() + 1, posted.high()),
                debited.creditsPending(),
                debited.creditsPosted(),
                debited.userData128(),
                debited.userData64(),
                debited.userData32(),
                debited.ledger(),
                debited.code(),
                debited.flags(),
                debited.timestamp());
        return new Event(event.kind(), event.timestamp(), event.transfer(), more, event.creditAccount());
    }
}
