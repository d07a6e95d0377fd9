/** The host's side of {@code wasmledger:host}: what components are given while they carry out a command. */
@NullMarked
package dev.wasmledger.ledger.internal.host;

import org.jspecify.annotations.NullMarked;
