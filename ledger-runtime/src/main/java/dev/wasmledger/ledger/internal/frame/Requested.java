package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResultList;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferStatus;

/** The transfers that a command asks for, as the events of those that were committed as they were requested. */
final class Requested {

    static final int NONE = -1;

    private final TransferList transfers;
    private final TransferResultList results;
    private final TransferWords words = new TransferWords();
    private final long[] transfer = new long[TransferWords.COUNT];
    private final long[] event = new long[EventWriter.WORDS];

    private Requested(TransferList transfers, TransferResultList results) {
        this.transfers = transfers;
        this.results = results;
    }

    static Requested of(Command command, Answer answer) {
        return command instanceof Command.Commit commit && answer instanceof Answer.Transfers given
                ? new Requested(commit.transfers(), given.results().results())
                : new Requested(TransferList.of(), TransferResultList.of());
    }

    /** The first item from there on that was committed, or {@link #NONE}. */
    int created(int from) {
        for (int item = from; item >= 0 && item < Math.min(transfers.size(), results.size()); item++) {
            if (results.status(item) == TransferStatus.CREATED) {
                return item;
            }
        }
        return NONE;
    }

    boolean isSameId(int item, EventList events, int index) {
        return item != NONE
                && transfers.idLow(item) == events.transferIdLow(index)
                && transfers.idHigh(item) == events.transferIdHigh(index);
    }

    /** The words of the event of an item that was committed as it was requested, at the time that its outcome says. */
    long[] event(int item) {
        if (item < 0 || item >= transfers.size() || item >= results.size()) {
            throw new MalformedFrameException("has an event of item " + item + ", which nobody has asked for");
        }
        words.write(transfers, item, transfer);
        transfer[TransferWords.TIMESTAMP] = results.timestamp(item);
        System.arraycopy(transfer, 0, event, EventWords.TRANSFER, TransferWords.COUNT);
        event[0] = Codes.of(TransferWords.kind(TransferWords.flags(transfer, 0)));
        event[1] = results.timestamp(item);
        return event;
    }
}
