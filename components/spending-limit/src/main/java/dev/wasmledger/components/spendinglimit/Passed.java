package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.guest.IdIndex;

/** Which transfers the batch at hand has been let pass, by their ids: hardly ever does one come twice. */
final class Passed extends IdIndex {

    private static final int NONE = -1;

    /** Of each id, by its number, the last one. */
    private int[] last = new int[0];

    /** Of each that was let pass, the one before it that has the same id. */
    private int[] before = new int[0];

    /** A batch of so many begins. */
    void begin(int transfers) {
        clear();
        if (last.length < transfers) {
            last = new int[transfers];
            before = new int[transfers];
        }
    }

    /** The number of a transfer's id. */
    int number(TransferList transfers, int index) {
        int known = size();
        int number = add(transfers.idLow(index), transfers.idHigh(index));
        if (number == known) {
            last[number] = NONE;
        }
        return number;
    }

    /** Whether one of those with that id is the same in every field. */
    boolean contains(int id, TransferList transfers, int index) {
        for (int passed = last[id]; passed != NONE; passed = before[passed]) {
            if (transfers.get(passed).equals(transfers.get(index))) {
                return true;
            }
        }
        return false;
    }

    void add(int id, int index) {
        before[index] = last[id];
        last[id] = index;
    }
}
