package dev.wasmledger.ledger.internal.commit;

import dev.wasmledger.ledger.internal.frame.Command;
import java.util.concurrent.CompletableFuture;

/** What one caller wants to have done, and whom to tell. */
record Request(Command command, CompletableFuture<CommitPath.Done> done) {}
