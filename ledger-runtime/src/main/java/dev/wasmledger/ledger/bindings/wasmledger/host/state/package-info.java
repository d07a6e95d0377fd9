@org.jspecify.annotations.NullMarked
package dev.wasmledger.ledger.bindings.wasmledger.host.state;
