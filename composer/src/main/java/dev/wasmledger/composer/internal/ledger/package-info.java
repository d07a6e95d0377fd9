/** What is in a {@code ledger.yaml}, and what it means for linking. */
@NullMarked
package dev.wasmledger.composer.internal.ledger;

import org.jspecify.annotations.NullMarked;
