package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountResult;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetStatus;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferResults;
import java.util.List;

/** What became of a command: a result for each of its items, or the host's verdict on the whole. */
public sealed interface Answer {

    record Assets(List<AssetStatus> statuses) implements Answer {}

    record Accounts(List<AccountResult> results) implements Answer {}

    record Transfers(TransferResults results) implements Answer {}

    /** How many pending transfers expired. */
    record Expired(int count) implements Answer {}

    record Stopped(Verdict verdict) implements Answer {}
}
