package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;

/** Reads what an {@link EventWriter} put. */
final class EventReader {

    private final Requested requested;
    private final ByteSource source;
    private final Records otherwise = new Records(EventWriter.WORDS);
    private final Records debits = new Records(AccountWords.FIELDS);
    private final Records credits = new Records(AccountWords.FIELDS);
    private final EventWords words = new EventWords();
    private final long[] event = new long[EventWords.COUNT];
    private int last = -1;

    EventReader(Requested requested, ByteSource source) {
        this.requested = requested;
        this.source = source;
    }

    EventList run() {
        int count = source.getCount(1 + 2 * Records.leastBytes(AccountWords.FIELDS));
        EventList.Builder events = EventList.builder(count);
        for (int i = 0; i < count; i++) {
            System.arraycopy(transfer(), 0, event, 0, EventWriter.WORDS);
            account(EventWords.TRANSFER_FIELDS, debits, EventWords.DEBIT_FIELDS);
            account(EventWords.TRANSFER_FIELDS + AccountWords.ID, credits, EventWords.CREDIT_FIELDS);
            words.read(event, events.add());
        }
        return events.build();
    }

    /** An account whose id is that of the transfer's. */
    private void account(int id, Records accounts, int fields) {
        System.arraycopy(event, id, event, fields - AccountWords.ID, AccountWords.ID);
        System.arraycopy(accounts.get(source), 0, event, fields, AccountWords.FIELDS);
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
