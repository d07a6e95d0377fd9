package dev.wasmledger.ledger.internal.frame;

import dev.wasmledger.ledger.Verdict;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AccountOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.AssetOutcome;
import dev.wasmledger.ledger.bindings.wasmledger.types.types.TransferOutcome;
import java.util.List;

/** What became of a command: an outcome for each of its items, or the host's verdict on the whole. */
public sealed interface Answer {

    record Assets(List<AssetOutcome> outcomes) implements Answer {}

    record Accounts(List<AccountOutcome> outcomes) implements Answer {}

    record Transfers(List<TransferOutcome> outcomes) implements Answer {}

    record Stopped(Verdict verdict) implements Answer {}
}
