package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.TransferList;

/** What a batch is lied about; the code of its last transfer says it. */
enum Lie {
    NONE,
    /** Its last event has one more in the debit account's posted debits. */
    EVENT,
    /** It emits no event of its last transfer. */
    NO_EVENT,
    /** The row of an account that it writes last has one more in the pending credits. */
    ACCOUNT_ROW,
    /** The row of a transfer that it writes last has one more in its amount. */
    TRANSFER_ROW,
    /** It does not write the last row of an account. */
    NO_ACCOUNT_ROW,
    /** It does not write the last row of a transfer. */
    NO_TRANSFER_ROW,
    /** It answers one outcome less. */
    TOO_FEW_OUTCOMES;

    private static final int FIRST_CODE = 100;

    static Lie of(TransferList transfers) {
        int lie = transfers.isEmpty() ? 0 : transfers.code(transfers.size() - 1) - FIRST_CODE;
        return lie > 0 && lie < values().length ? values()[lie] : NONE;
    }
}
