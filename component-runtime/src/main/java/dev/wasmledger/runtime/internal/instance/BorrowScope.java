package dev.wasmledger.runtime.internal.instance;

/** The call that a handle was lent for: it must be dropped before the call ends. */
interface BorrowScope {

    void borrowDropped();
}
