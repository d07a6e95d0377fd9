package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventBuffer;
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

    private TransferWords() {}

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

    static int flags(long[] words) {
        return (int) (words[LEDGER_CODE_AND_FLAGS] >>> FLAGS_SHIFT);
    }

    /** Writes a transfer of a list. */
    static void write(TransferList list, int index, long[] words) {
        words[0] = list.idLow(index);
        words[1] = list.idHigh(index);
        words[2] = list.debitAccountIdLow(index);
        words[3] = list.debitAccountIdHigh(index);
        words[4] = list.creditAccountIdLow(index);
        words[5] = list.creditAccountIdHigh(index);
        words[6] = list.amountLow(index);
        words[7] = list.amountHigh(index);
        words[8] = list.pendingIdLow(index);
        words[9] = list.pendingIdHigh(index);
        words[10] = list.userData128Low(index);
        words[11] = list.userData128High(index);
        words[12] = list.userData64(index);
        words[13] = pair(list.userData32(index), list.timeout(index));
        words[LEDGER_CODE_AND_FLAGS] = ledgerCodeAndFlags(list.ledger(index), list.code(index), list.flagsBits(index));
        words[TIMESTAMP] = list.timestamp(index);
    }

    /** Sets a transfer to what words say. */
    static void read(long[] words, TransferBuffer target) {
        target.idLow(words[0])
                .idHigh(words[1])
                .debitAccountIdLow(words[2])
                .debitAccountIdHigh(words[3])
                .creditAccountIdLow(words[4])
                .creditAccountIdHigh(words[5])
                .amountLow(words[6])
                .amountHigh(words[7])
                .pendingIdLow(words[8])
                .pendingIdHigh(words[9])
                .userData128Low(words[10])
                .userData128High(words[11])
                .userData64(words[12])
                .userData32((int) words[13])
                .timeout((int) (words[13] >>> Integer.SIZE))
                .ledger((int) words[14])
                .code((short) (words[14] >>> Integer.SIZE))
                .flagsBits(flags(words))
                .timestamp(words[TIMESTAMP]);
        Codes.checkFlags(flags(words), target.flagsBits());
    }

    /** Sets an event's transfer, and the ids of its accounts, to what words say from an offset on. */
    static void read(long[] words, int at, EventBuffer target) {
        target.transferIdLow(words[at])
                .transferIdHigh(words[at + 1])
                .transferDebitAccountIdLow(words[at + 2])
                .transferDebitAccountIdHigh(words[at + 3])
                .debitAccountIdLow(words[at + 2])
                .debitAccountIdHigh(words[at + 3])
                .transferCreditAccountIdLow(words[at + 4])
                .transferCreditAccountIdHigh(words[at + 5])
                .creditAccountIdLow(words[at + 4])
                .creditAccountIdHigh(words[at + 5])
                .transferAmountLow(words[at + 6])
                .transferAmountHigh(words[at + 7])
                .transferPendingIdLow(words[at + 8])
                .transferPendingIdHigh(words[at + 9])
                .transferUserData128Low(words[at + 10])
                .transferUserData128High(words[at + 11])
                .transferUserData64(words[at + 12])
                .transferUserData32((int) words[at + 13])
                .transferTimeout((int) (words[at + 13] >>> Integer.SIZE))
                .transferLedger((int) words[at + 14])
                .transferCode((short) (words[at + 14] >>> Integer.SIZE))
                .transferFlagsBits((int) (words[at + LEDGER_CODE_AND_FLAGS] >>> FLAGS_SHIFT))
                .transferTimestamp(words[at + TIMESTAMP]);
        Codes.checkFlags(words[at + LEDGER_CODE_AND_FLAGS] >>> FLAGS_SHIFT, target.transferFlagsBits());
    }

    static long ledgerCodeAndFlags(int ledger, short code, int flags) {
        return Integer.toUnsignedLong(ledger)
                | Short.toUnsignedLong(code) << Integer.SIZE
                | (long) flags << FLAGS_SHIFT;
    }

    private static long pair(int low, int high) {
        return Integer.toUnsignedLong(low) | (long) high << Integer.SIZE;
    }
}
