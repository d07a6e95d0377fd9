package dev.wasmledger.ledger.internal.table;

import dev.wasmledger.ledger.internal.frame.MalformedFrameException;

/** What a command did to a row. The codes are part of the log's format. */
final class Change {

    static final int REMOVED = 0;
    static final int PUT = 1;

    private Change() {}

    static boolean isPut(long code) {
        if (code != PUT && code != REMOVED) {
            throw new MalformedFrameException("says of a row that it was " + code + ", which means nothing");
        }
        return code == PUT;
    }
}
