package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record TransferFlags(int bits) {
    public static final TransferFlags NONE = new TransferFlags(0);
    public static final TransferFlags LINKED = new TransferFlags(1 << 0);

    public boolean contains(TransferFlags other) {
        return (bits & other.bits) == other.bits;
    }

    public TransferFlags with(TransferFlags other) {
        return new TransferFlags(bits | other.bits);
    }
}
