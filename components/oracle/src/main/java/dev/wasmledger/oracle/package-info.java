/** The ledger's rules a second time, written for being obviously right: what the engine component is held against. */
@NullMarked
package dev.wasmledger.oracle;

import org.jspecify.annotations.NullMarked;
