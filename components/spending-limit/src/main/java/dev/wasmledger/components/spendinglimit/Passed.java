package dev.wasmledger.components.spendinglimit;

import dev.wasmledger.components.spendinglimit.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.guest.IdTable;
import java.util.Arrays;

/** Which transfers with one id the batch at hand has been let pass: hardly ever more than one. */
final class Passed extends IdTable.Entry {

    private int[] indexes = new int[1];
    private int size;

    @Override
    protected void reset() {
        size = 0;
    }

    void add(int index) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * size);
        }
        indexes[size++] = index;
    }

    /** Whether one of them is the same as that one in every field. */
    boolean contains(TransferList transfers, int index) {
        for (int i = 0; i < size; i++) {
            if (transfers.get(indexes[i]).equals(transfers.get(index))) {
                return true;
            }
        }
        return false;
    }
}
