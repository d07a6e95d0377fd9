/** What the commands do: each takes an immutable request and gives a result that its command prints. */
@NullMarked
package dev.wasmledger.cli.service;

import org.jspecify.annotations.NullMarked;
