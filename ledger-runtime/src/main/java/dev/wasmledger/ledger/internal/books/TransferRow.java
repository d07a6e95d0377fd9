package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.ledger.internal.frame.EventWords;
import dev.wasmledger.ledger.internal.frame.TransferWords;
import java.util.Arrays;

/**
 * A row of the engine's table {@code transfers}, field by field as the contract has it. Rows stand in pages, each from an
 * offset on. An id that is used up has a row of zeros.
 */
final class TransferRow {

    static final int WIDTH = 16;
    /** Behind the ids of both accounts. */
    private static final int AMOUNT = 4;

    private static final int USER_DATA32_AND_TIMEOUT = 11;
    private static final int LEDGER_CODE_AND_FLAGS = 12;
    private static final int TIMESTAMP = 13;
    private static final int PHASE = 14;

    /** What was never pending is in no phase. */
    static final int NO_PHASE = 0;

    /** The amount is reserved. */
    static final int OPEN = 1;

    static final int POSTED = 2;
    static final int VOIDED = 3;
    static final int EXPIRED = 4;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private TransferRow() {}

    /** Writes the transfer of an event, which is given as its words. */
    static void write(long[] event, int phase, long[] page, int at) {
        System.arraycopy(event, EventWords.TRANSFER_FIELDS, page, at, TransferWords.FIELDS);
        page[at + PHASE] = phase;
        page[at + PHASE + 1] = 0;
    }

    /** Whether it is the transfer of an event, in whatever phase. */
    static boolean isEqual(long[] page, int at, long[] event) {
        return startsLike(page, at, event, TransferWords.FIELDS)
                && page[at + PHASE] == phase(page, at)
                && page[at + PHASE + 1] == 0;
    }

    /** Whether the transfer of an event is between the accounts that this one is between. */
    static boolean isBetween(long[] page, int at, long[] event) {
        return startsLike(page, at, event, AMOUNT);
    }

    private static boolean startsLike(long[] page, int at, long[] event, int fields) {
        int from = EventWords.TRANSFER_FIELDS;
        return Arrays.equals(page, at, at + fields, event, from, from + fields);
    }

    static int phase(long[] page, int at) {
        return (int) page[at + PHASE];
    }

    static void setPhase(long[] page, int at, int phase) {
        page[at + PHASE] = phase;
    }

    static long amountLow(long[] page, int at) {
        return page[at + AMOUNT];
    }

    static long amountHigh(long[] page, int at) {
        return page[at + AMOUNT + 1];
    }

    static int flags(long[] page, int at) {
        return (int) (page[at + LEDGER_CODE_AND_FLAGS] >>> (Integer.SIZE + Short.SIZE));
    }

    static boolean has(long[] page, int at, TransferFlags flags) {
        return (flags(page, at) & flags.bits()) == flags.bits();
    }

    static long timestamp(long[] page, int at) {
        return page[at + TIMESTAMP];
    }

    /** When it expires if it is pending until then, in nanoseconds since 1970-01-01T00:00:00Z; zero where it does not. */
    static long expiry(long[] page, int at) {
        long timeout = page[at + USER_DATA32_AND_TIMEOUT] >>> Integer.SIZE;
        return timeout == 0 ? 0 : page[at + TIMESTAMP] + timeout * NANOS_PER_SECOND;
    }

    /** Whether that is what stands for an id that is used up. */
    static boolean isUsedUp(long[] page, int at) {
        for (int field = 0; field < WIDTH; field++) {
            if (page[at + field] != 0) {
                return false;
            }
        }
        return true;
    }
}
