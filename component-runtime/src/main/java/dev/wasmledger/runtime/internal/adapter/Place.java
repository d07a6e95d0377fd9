package dev.wasmledger.runtime.internal.adapter;

import dev.wasmledger.component.type.CoreNumType;
import java.util.List;

/** Where a value lies, on one side of an adapter. */
sealed interface Place {

    /**
     * In core parameters or results that are local variables of the adapter. A variant's payload can lie in variables of
     * a wider type than its own (CanonicalABI.md, {@code join}).
     */
    record Flat(List<Slot> slots) implements Place {

        record Slot(int local, CoreNumType carried) {}

        public Flat {
            slots = List.copyOf(slots);
        }

        Flat slice(int from, int count) {
            return new Flat(slots.subList(from, from + count));
        }
    }

    /** In memory, at the address in a local variable plus an offset in bytes. */
    record Memory(int addressLocal, int offset) implements Place {

        Memory plus(int bytes) {
            return new Memory(addressLocal, offset + bytes);
        }
    }
}
