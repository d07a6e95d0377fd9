package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import java.util.Arrays;

/** Puts the events of a command. Of a transfer that was committed as it was requested, they need not repeat the request. */
final class EventWriter {

    /** Kind and time, then the transfer. */
    static final int WORDS = EventWords.TRANSFER + TransferWords.COUNT;

    /** Stands where a transfer is not as it was requested. */
    static final int OTHERWISE = 0;

    private final Requested requested;
    private final EventList events;
    private final ByteSink sink;
    private final Records otherwise = new Records(WORDS);
    private final Records debits = new Records(AccountWords.FIELDS);
    private final Records credits = new Records(AccountWords.FIELDS);
    private final EventWords words = new EventWords();
    /** The item of the request that the last event referred to. */
    private int last = -1;

    EventWriter(Requested requested, EventList events, ByteSink sink) {
        this.requested = requested;
        this.events = events;
        this.sink = sink;
    }

    void run() {
        sink.putInt(events.size());
        int next = requested.created(0);
        for (int i = 0; i < events.size(); i++) {
            long[] event = words.of(events, i);
            boolean asked = requested.isSameId(next, events, i);
            putTransfer(event, asked ? next : Requested.NONE);
            next = asked ? requested.created(next + 1) : next;
            debits.put(event, EventWords.DEBIT_FIELDS, sink);
            credits.put(event, EventWords.CREDIT_FIELDS, sink);
        }
    }

    private void putTransfer(long[] event, int item) {
        if (item != Requested.NONE && Arrays.equals(event, 0, WORDS, requested.event(item), 0, WORDS)) {
            sink.putVarint(item - last);
            last = item;
        } else {
            sink.putVarint(OTHERWISE);
            otherwise.put(event, 0, sink);
        }
    }
}
