package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventBuffer;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventKind;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;

/**
 * An event as words: the bytes of the canonical ABI, lowest first. Kind and time come first, then the transfer, the debit account
 * and the credit account as {@link TransferWords} and {@link AccountWords} have them.
 */
public final class EventWords {

    /** Where the words have the transfer, which begins with its id. */
    public static final int TRANSFER = 2;
    /** Where they have the transfer's fields, which begin with the ids of both accounts. */
    public static final int TRANSFER_FIELDS = TRANSFER + TransferWords.ID;
    /** Where they have the debit account's fields. */
    public static final int DEBIT_FIELDS = TRANSFER + TransferWords.COUNT + AccountWords.ID;
    /** Where they have the credit account's fields. */
    public static final int CREDIT_FIELDS = DEBIT_FIELDS + AccountWords.COUNT;

    static final int COUNT = CREDIT_FIELDS + AccountWords.FIELDS;

    private static final EventKind[] KINDS = EventKind.values();

    private final Words words = new Words(COUNT);
    private final long[] event = new long[COUNT];

    /** The words of an event of a list; they stand in the array until the call after. */
    public long[] of(EventList events, int index) {
        events.copyTo(index, words.bytes(), 0);
        words.get(event);
        // What lies between the fields and bits that are no flags may be anything, and mean nothing.
        event[0] = Codes.of(events.kind(index));
        event[TRANSFER + TransferWords.LEDGER_CODE_AND_FLAGS] = TransferWords.ledgerCodeAndFlags(
                events.transferLedger(index), events.transferCode(index), events.transferFlagsBits(index));
        event[DEBIT_FIELDS + AccountWords.CODE_AND_FLAGS] =
                AccountWords.codeAndFlags(events.debitAccountCode(index), events.debitAccountFlagsBits(index));
        event[CREDIT_FIELDS + AccountWords.CODE_AND_FLAGS] =
                AccountWords.codeAndFlags(events.creditAccountCode(index), events.creditAccountFlagsBits(index));
        return event;
    }

    /** Sets an event to what words say. */
    void read(long[] source, EventBuffer target) {
        words.put(source);
        target.copyFrom(words.bytes(), 0);
        target.kind(Codes.value(KINDS, source[0]));
        Codes.checkFlags(TransferWords.flags(source, TRANSFER), target.transferFlagsBits());
        Codes.checkFlags(AccountWords.flags(source, DEBIT_FIELDS), target.debitAccountFlagsBits());
        Codes.checkFlags(AccountWords.flags(source, CREDIT_FIELDS), target.creditAccountFlagsBits());
    }
}
