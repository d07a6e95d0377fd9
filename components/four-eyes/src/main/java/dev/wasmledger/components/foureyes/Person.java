package dev.wasmledger.components.foureyes;

import dev.wasmledger.components.foureyes.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.guest.UInt128;
import java.util.ArrayList;
import java.util.List;

/** The field of a transfer that says who asked for it; zero is nobody. */
enum Person {
    USER_DATA64("user-data64"),
    USER_DATA128("user-data128"),
    USER_DATA32("user-data32");

    private final String text;

    Person(String text) {
        this.text = text;
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Person person : values()) {
            words.add(person.text);
        }
        return words;
    }

    /** The field of that name. */
    static Person of(String text) {
        return values()[words().indexOf(text)];
    }

    UInt128 of(Transfer transfer) {
        return switch (this) {
            case USER_DATA128 ->
                UInt128.of(transfer.userData128().low(), transfer.userData128().high());
            case USER_DATA64 -> UInt128.of(transfer.userData64(), 0);
            case USER_DATA32 -> UInt128.of(transfer.userData32() & 0xffff_ffffL, 0);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
