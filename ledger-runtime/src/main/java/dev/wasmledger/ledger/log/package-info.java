/**
 * The log: frames one after the other in a file, each with the digest of the one before it. What the bytes mean stands in
 * {@code docs/log-format.md}; what is in a frame's body is the business of {@code dev.wasmledger.ledger.internal.frame}.
 */
@NullMarked
package dev.wasmledger.ledger.log;

import org.jspecify.annotations.NullMarked;
