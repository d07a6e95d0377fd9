package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.EventList;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * An event as words: the bytes of the canonical ABI, lowest first. Kind and time come first, then the transfer, the debit account
 * and the credit account as {@link TransferWords} and {@link AccountWords} have them.
 */
public final class EventWords {

    /** Where the words have the transfer, which begins with its id. */
    public static final int TRANSFER = 2;
    /** Where they have the transfer's fields. */
    public static final int TRANSFER_FIELDS = TRANSFER + TransferWords.ID;
    /** Where they have the debit account's fields. */
    public static final int DEBIT_FIELDS = TRANSFER + TransferWords.COUNT + AccountWords.ID;
    /** Where they have the credit account's fields. */
    public static final int CREDIT_FIELDS = DEBIT_FIELDS + AccountWords.COUNT;

    private static final int COUNT = CREDIT_FIELDS + AccountWords.FIELDS;

    private final byte[] bytes = new byte[COUNT * Long.BYTES];
    private final LongBuffer source =
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    private final long[] words = new long[COUNT];

    /** The words of an event of a list; they stand in the array until the call after. */
    public long[] of(EventList events, int index) {
        events.copyTo(index, bytes, 0);
        source.get(0, words);
        // What lies between the fields and bits that are no flags may be anything, and mean nothing.
        words[0] = Codes.of(events.kind(index));
        words[TRANSFER + TransferWords.LEDGER_CODE_AND_FLAGS] = TransferWords.ledgerCodeAndFlags(
                events.transferLedger(index), events.transferCode(index), events.transferFlagsBits(index));
        words[DEBIT_FIELDS + AccountWords.CODE_AND_FLAGS] =
                AccountWords.codeAndFlags(events.debitAccountCode(index), events.debitAccountFlagsBits(index));
        words[CREDIT_FIELDS + AccountWords.CODE_AND_FLAGS] =
                AccountWords.codeAndFlags(events.creditAccountCode(index), events.creditAccountFlagsBits(index));
        return words;
    }
}
