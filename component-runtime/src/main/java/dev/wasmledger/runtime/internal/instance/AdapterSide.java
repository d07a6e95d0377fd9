package dev.wasmledger.runtime.internal.instance;

/** One side of a call from a component to another whose values cross as trees. */
final class AdapterSide extends HostSide {

    private final AdapterCall call;

    AdapterSide(ResolvedOptions options, AdapterCall call) {
        super(options, ResourceNames.NONE);
        this.call = call;
    }

    @Override
    public Object liftBorrow(int resource, int index) {
        return call.lend(index, resource);
    }

    @Override
    public int lowerBorrow(int resource, Object value) {
        return call.lowerLent((Handle) value);
    }

    @Override
    public void endBorrows() {
        call.endBorrows();
    }
}
