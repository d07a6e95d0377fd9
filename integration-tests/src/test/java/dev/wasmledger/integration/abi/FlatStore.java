package dev.wasmledger.integration.abi;

import dev.wasmledger.component.type.FlagsType;
import dev.wasmledger.component.type.PrimValType;
import dev.wasmledger.component.type.ValType;
import dev.wasmledger.integration.abi.WasmWriter.Code;
import java.util.List;
import java.util.Optional;

/** Writes the code by which a guest puts a value that it got as core values into its memory, as a guest's compiler would. */
final class FlatStore {

    private final Code code;
    private final int area;

    /**
     * Into an area of memory.
     *
     * @param area its address
     */
    FlatStore(Code code, int area) {
        this.code = code;
        this.area = area;
    }

    /**
     * A core value at hand.
     *
     * @param local the parameter that holds it
     * @param held of which core type that is: for a variant's payload it can be another than the value's own
     */
    record Slot(int local, char held) {}

    void store(ValType type, List<Slot> slots, int offset) {
        if (AbiTypes.fields(type).isPresent()) {
            sequence(AbiTypes.fields(type).get(), slots, offset);
        } else if (AbiTypes.cases(type).isPresent()) {
            variant(type, slots, offset);
        } else {
            List<Character> own = AbiTypes.flatten(type);
            for (int i = 0; i < own.size(); i++) {
                code.constant(area);
                push(slots.get(i), own.get(i));
                boolean small = type instanceof FlagsType || (type instanceof PrimValType && own.get(i) == 'I');
                if (small && own.size() == 1) {
                    code.storeLow(AbiTypes.elemSize(type), offset);
                } else {
                    code.store(own.get(i), offset + 4 * i);
                }
            }
        }
    }

    private void sequence(List<ValType> types, List<Slot> slots, int offset) {
        int at = offset;
        int slot = 0;
        for (ValType type : types) {
            int count = AbiTypes.flatten(type).size();
            at = AbiTypes.align(at, AbiTypes.alignment(type));
            store(type, slots.subList(slot, slot + count), at);
            at += AbiTypes.elemSize(type);
            slot += count;
        }
    }

    private void variant(ValType type, List<Slot> slots, int offset) {
        code.constant(area);
        push(slots.getFirst(), 'I');
        code.storeLow(AbiTypes.discriminantSize(type), offset);
        List<Optional<ValType>> cases = AbiTypes.cases(type).orElseThrow();
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).isPresent()) {
                ValType payload = cases.get(i).get();
                push(slots.getFirst(), 'I');
                code.constant(i).op(0x46, 0x04, 0x40);
                store(
                        payload,
                        slots.subList(1, 1 + AbiTypes.flatten(payload).size()),
                        offset + AbiTypes.payloadOffset(type));
                code.op(0x0b);
            }
        }
    }

    /** As a value of that core type; reinterpreted where it is held as another. */
    private void push(Slot slot, char wanted) {
        code.local(slot.local());
        char held = slot.held();
        if (held == 'J' && (wanted == 'I' || wanted == 'F')) {
            code.op(0xa7);
            held = 'I';
        }
        if (held == 'I' && wanted == 'F') {
            code.op(0xbe);
        } else if (held == 'J' && wanted == 'D') {
            code.op(0xbf);
        }
    }
}
