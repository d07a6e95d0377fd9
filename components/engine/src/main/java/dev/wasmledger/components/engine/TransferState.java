package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.guest.IdTable;

/** A transfer while a request is carried out: the contract's record, and what has become of the amount that it reserves. */
final class TransferState extends IdTable.Entry {

    static final int LINKED = TransferFlags.LINKED.bits();
    static final int PENDING = TransferFlags.PENDING.bits();
    static final int POST = TransferFlags.POST_PENDING_TRANSFER.bits();
    static final int VOID = TransferFlags.VOID_PENDING_TRANSFER.bits();
    static final int BALANCING_DEBIT = TransferFlags.BALANCING_DEBIT.bits();
    static final int BALANCING_CREDIT = TransferFlags.BALANCING_CREDIT.bits();
    static final int CLOSING_DEBIT = TransferFlags.CLOSING_DEBIT.bits();
    static final int CLOSING_CREDIT = TransferFlags.CLOSING_CREDIT.bits();
    static final int IMPORTED = TransferFlags.IMPORTED.bits();

    /** It settles a pending transfer. */
    static final int SETTLES = POST | VOID;

    /** The amount is reserved. */
    static final byte OPEN = 1;

    static final byte POSTED = 2;
    static final byte VOIDED = 3;
    static final byte EXPIRED = 4;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final TransferBuffer NOTHING = new TransferBuffer();

    /** Its timestamp is zero where there is no transfer, and the id is used up. */
    final TransferBuffer record = new TransferBuffer();

    /** Of a pending transfer, what has become of it; of any other 0. */
    byte phase;

    /** Whether it is in the books, with what the request has done so far; if not, the record is void. */
    boolean exists;

    @Override
    protected void reset() {
        exists = false;
        phase = 0;
    }

    /** Makes it a transfer as a request describes it. Bits that are no flags are not taken over. */
    void read(TransferList requests, int index) {
        record.set(requests, index).flagsBits(requests.flagsBits(index));
        phase = 0;
    }

    Transfer toTransfer() {
        return record.get();
    }

    /** Makes it an id that no transfer can have any more. */
    void useUp() {
        exists = true;
        phase = 0;
        record.set(NOTHING).idLow(idLow).idHigh(idHigh);
    }

    boolean has(int anyOf) {
        return (record.flagsBits() & anyOf) != 0;
    }

    boolean isUsedUp() {
        return record.timestamp() == 0;
    }

    boolean expires() {
        return record.timeout() != 0;
    }

    /** When a pending transfer with a timeout expires; negative where that is not below 2^63. */
    long expiry() {
        return record.timestamp() + Words.unsigned(record.timeout()) * NANOS_PER_SECOND;
    }
}
