package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferBuffer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferList;

/** A transfer as words: the bytes of the canonical ABI, lowest first. They are the key and the fields of its row in the engine's table. */
public final class TransferWords {

    /** Words of a transfer with its id. */
    static final int COUNT = 16;
    /** Words of its id. */
    static final int ID = 2;
    /** Words of its fields. */
    public static final int FIELDS = COUNT - ID;

    /** Where the words have its time. */
    static final int TIMESTAMP = 15;

    static final int LEDGER_CODE_AND_FLAGS = 14;
    private static final int FLAGS_SHIFT = Integer.SIZE + Short.SIZE;

    private final Words words = new Words(COUNT);

    /** What kind of event commits a transfer with such flags. */
    public static EventKind kind(int flags) {
        if ((flags & TransferFlags.POST_PENDING_TRANSFER.bits()) != 0) {
            return EventKind.TWO_PHASE_POSTED;
        }
        if ((flags & TransferFlags.VOID_PENDING_TRANSFER.bits()) != 0) {
            return EventKind.TWO_PHASE_VOIDED;
        }
        return (flags & TransferFlags.PENDING.bits()) != 0 ? EventKind.TWO_PHASE_PENDING : EventKind.SINGLE_PHASE;
    }

    /** The bits of its flags, where its words stand in an array from an offset on. */
    static int flags(long[] words, int at) {
        return (int) (words[at + LEDGER_CODE_AND_FLAGS] >>> FLAGS_SHIFT);
    }

    /** Writes a transfer of a list to the beginning of an array; without flags that mean nothing, which a caller may have left. */
    void write(TransferList list, int index, long[] target) {
        list.copyTo(index, words.bytes(), 0);
        words.get(target);
        target[LEDGER_CODE_AND_FLAGS] = ledgerCodeAndFlags(list.ledger(index), list.code(index), list.flagsBits(index));
    }

    /** Sets a transfer to what words say. */
    void read(long[] source, TransferBuffer target) {
        words.put(source);
        target.copyFrom(words.bytes(), 0);
        Codes.checkFlags(flags(source, 0), target.flagsBits());
    }

    static long ledgerCodeAndFlags(int ledger, short code, int flags) {
        return Integer.toUnsignedLong(ledger)
                | Short.toUnsignedLong(code) << Integer.SIZE
                | (long) flags << FLAGS_SHIFT;
    }
}
