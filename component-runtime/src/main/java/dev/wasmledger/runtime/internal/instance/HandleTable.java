package dev.wasmledger.runtime.internal.instance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handles of one component instance by index (CanonicalABI.md, "Table State"). Index 0 is never used. */
final class HandleTable {

    /** CanonicalABI.md, {@code Table.MAX_LENGTH}. */
    private static final int MAX_LENGTH = (1 << 28) - 1;

    private final List<@Nullable Handle> elements = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();

    HandleTable() {
        elements.add(null);
    }

    /** The new handle's index; 0 if the table is full. */
    int add(Handle handle) {
        if (!free.isEmpty()) {
            int index = free.removeLast();
            elements.set(index, handle);
            return index;
        }
        if (elements.size() >= MAX_LENGTH) {
            return 0;
        }
        elements.add(handle);
        return elements.size() - 1;
    }

    @Nullable
    Handle get(int index) {
        return index >= 0 && index < elements.size() ? elements.get(index) : null;
    }

    /** Takes out all handles that were lent for a call; gives their number. */
    int removeBorrows(BorrowScope call) {
        int removed = 0;
        for (int i = 1; i < elements.size(); i++) {
            Handle handle = elements.get(i);
            if (handle != null && call.equals(handle.borrowScope)) {
                remove(i);
                removed++;
            }
        }
        return removed;
    }

    /** Takes out what is there. */
    void remove(int index) {
        elements.set(index, null);
        free.add(index);
    }
}
