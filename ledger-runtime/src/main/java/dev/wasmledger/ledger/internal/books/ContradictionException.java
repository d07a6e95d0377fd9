package dev.wasmledger.ledger.internal.books;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;

/** What a component says does not follow from the command and the books. */
public final class ContradictionException extends Exception {

    ContradictionException(String message) {
        super(message);
    }

    /** Each {@code {}} of the message stands for one of the things that it is about. */
    static ContradictionException about(String template, Object... things) {
        String message = template;
        for (Object thing : things) {
            String text = thing instanceof U128 number ? Numbers.decimal(number) : thing.toString();
            message = message.replaceFirst("\\{}", text);
        }
        return new ContradictionException(message);
    }
}
