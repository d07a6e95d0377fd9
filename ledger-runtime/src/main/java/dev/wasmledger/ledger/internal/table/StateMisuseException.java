package dev.wasmledger.ledger.internal.table;

/** A component has used its tables in a way that the state capability does not allow: a trap. */
public final class StateMisuseException extends RuntimeException {

    /** @param message which rule was broken, by which table */
    public StateMisuseException(String message) {
        super(message);
    }
}
