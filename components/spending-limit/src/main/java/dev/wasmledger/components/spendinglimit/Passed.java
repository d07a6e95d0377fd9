package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.guest.IdIndex;
import org.teavm.interop.Unmanaged;

/**
 * Which transfers the batch at hand has been let pass. Ids that are made of the time ascend, and then none comes twice: only a
 * batch in which they do not pays for the index.
 */
final class Passed extends IdIndex {

    private static final int NONE = -1;

    /** The greatest id that was asked about. */
    private long highestLow;

    private long highestHigh;

    /** Those that were let pass, in their order. */
    private int[] order = new int[0];

    private int count;

    /** How many of them are indexed. */
    private int indexed;

    /** Of each id, by its number, the last one that has it. */
    private int[] last = new int[0];

    /** Of each transfer, the one before it that has the same id. */
    private int[] before = new int[0];

    /** A batch of so many begins. */
    void begin(int transfers) {
        clear();
        highestLow = 0;
        highestHigh = 0;
        count = 0;
        indexed = 0;
        if (order.length < transfers) {
            order = new int[transfers];
            last = new int[transfers];
            before = new int[transfers];
        }
    }

    /** Whether an id is above all that this was asked about in the batch before. */
    @Unmanaged
    boolean isHighest(long low, long high) {
        long a = high == highestHigh ? low : high;
        long b = high == highestHigh ? highestLow : highestHigh;
        // As Long.compareUnsigned, which TeaVM calls.
        if (a + Long.MIN_VALUE <= b + Long.MIN_VALUE) {
            return false;
        }
        highestLow = low;
        highestHigh = high;
        return true;
    }

    /** Whether one with the transfer's id is the same in every field. */
    boolean contains(TransferList transfers, int index) {
        while (indexed < count) {
            enter(transfers, order[indexed++]);
        }
        int id = indexOf(transfers.idLow(index), transfers.idHigh(index));
        for (int passed = id < 0 ? NONE : last[id]; passed != NONE; passed = before[passed]) {
            if (transfers.get(passed).equals(transfers.get(index))) {
                return true;
            }
        }
        return false;
    }

    private void enter(TransferList transfers, int index) {
        int known = size();
        int id = add(transfers.idLow(index), transfers.idHigh(index));
        before[index] = id == known ? NONE : last[id];
        last[id] = index;
    }

    void add(int index) {
        order[count++] = index;
    }
}
