package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventBuffer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;

/** Reads what an {@link EventWriter} put. */
final class EventReader {

    private static final EventKind[] KINDS = EventKind.values();

    private final Requested requested;
    private final ByteSource source;
    private final Records otherwise = new Records(EventWriter.WORDS);
    private final Records debits = new Records(AccountWords.FIELDS);
    private final Records credits = new Records(AccountWords.FIELDS);
    private int last = -1;

    EventReader(Requested requested, ByteSource source) {
        this.requested = requested;
        this.source = source;
    }

    EventList run() {
        int count = source.getCount(1 + 2 * Records.leastBytes(AccountWords.FIELDS));
        EventList.Builder events = EventList.builder(count);
        for (int i = 0; i < count; i++) {
            long[] words = transfer();
            EventBuffer event = events.add();
            event.kind(Codes.value(KINDS, words[0])).timestamp(words[1]);
            TransferWords.read(words, EventWords.TRANSFER, event);
            AccountWords.readDebit(debits.get(source), event);
            AccountWords.readCredit(credits.get(source), event);
        }
        return events.build();
    }

    private long[] transfer() {
        int step = source.getVarint();
        if (step == EventWriter.OTHERWISE) {
            return otherwise.get(source);
        }
        last += step;
        return requested.event(last);
    }
}
