/** Reads files of transactions: a JSON object a line. */
@NullMarked
package dev.wasmledger.cli.jsonl;

import org.jspecify.annotations.NullMarked;
