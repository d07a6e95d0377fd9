package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.MalformedFrameException;

/** The shapes that a table can have. The codes are part of the log's format. */
public enum TableKind {
    HASHED8(1),
    HASHED16(2),
    ORDERED8(3),
    BLOBS(4);

    private final int code;

    TableKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Whether keys have a u64 behind their u128. */
    boolean hasMinor() {
        return this == ORDERED8;
    }

    static TableKind of(int code) {
        for (TableKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new MalformedFrameException("names a kind of table, " + code + ", that does not exist");
    }

    Table create() {
        return switch (this) {
            case HASHED8 -> new HashedTable(8);
            case HASHED16 -> new HashedTable(16);
            case ORDERED8 -> new OrderedTable();
            case BLOBS -> new BlobTable();
        };
    }

    /** For people, with its article. */
    @Override
    public String toString() {
        return switch (this) {
            case HASHED8 -> "a hashed table of eight fields";
            case HASHED16 -> "a hashed table of sixteen fields";
            case ORDERED8 -> "an ordered table";
            case BLOBS -> "a blob table";
        };
    }
}
