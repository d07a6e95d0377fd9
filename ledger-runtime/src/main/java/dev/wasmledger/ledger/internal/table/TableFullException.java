package dev.wasmledger.ledger.internal.table;

/** A table cannot take another row. */
public final class TableFullException extends RuntimeException {

    TableFullException(String message) {
        super(message);
    }
}
