/** What is in the body of a frame, and how it is written: docs/log-format.md, "Bodies". */
@NullMarked
package dev.wasmledger.ledger.internal.frame;

import org.jspecify.annotations.NullMarked;
