package dev.wasmledger.runtime.internal.instance;

import dev.wasmledger.runtime.GuestResource;
import dev.wasmledger.runtime.abi.ExportBinder;
import java.util.function.Function;

/** A guest's resource in the hands of the host: a handle outside every table. */
final class OwnedResource implements GuestResource {

    private final InstanceStore store;
    final int resource;
    final int representation;

    /** How many running calls it was lent to. */
    int lends;

    private boolean gone;

    OwnedResource(InstanceStore store, int resource, int representation) {
        this.store = store;
        this.resource = resource;
        this.representation = representation;
    }

    @Override
    public boolean isOwned() {
        return !gone && !store.isEnded();
    }

    boolean isOf(InstanceStore other) {
        return store.equals(other);
    }

    /** The host has it no longer. */
    void release() {
        gone = true;
    }

    @Override
    public void close() {
        if (!isOwned()) {
            return;
        }
        if (lends > 0) {
            throw store.trap("cannot remove owned resource while borrowed: the host closes it", null);
        }
        release();
        store.dropFromHost(resource, representation);
    }

    @Override
    public <B> B binding(Class<B> type, Function<ExportBinder, B> bind) {
        return store.binding(type, bind);
    }
}
