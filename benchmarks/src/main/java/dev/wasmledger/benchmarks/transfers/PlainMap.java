package dev.wasmledger.benchmarks.transfers;

import dev.wasmledger.benchmarks.PlainBooks;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;
import java.util.List;

/** Double entry in a hash map, and nothing else. */
final class PlainMap implements Peer {

    private final PlainBooks books = new PlainBooks();

    PlainMap() {
        open(0, Batches.ACCOUNTS);
    }

    @Override
    public void open(int from, int count) {
        for (int i = from; i < from + count; i++) {
            books.open(Batches.account(i));
        }
    }

    @Override
    public Object prepare(TransferList batch) {
        return List.copyOf(batch);
    }

    @Override
    @SuppressWarnings("unchecked") // as prepare made it
    public int commit(Object prepared) {
        return books.commit((List<Transfer>) prepared);
    }
}
