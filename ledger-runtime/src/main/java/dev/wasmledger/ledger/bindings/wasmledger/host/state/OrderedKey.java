package dev.wasmledger.ledger.bindings.wasmledger.host.state;

import dev.wasmledger.ledger.bindings.wasmledger.types.types.U128;

public record OrderedKey(U128 major, long minor) {}
