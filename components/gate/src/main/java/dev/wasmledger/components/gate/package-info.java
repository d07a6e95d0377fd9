/**
 * The component {@code wasmledger:gate}: it stands in the chain between host and engine and asks a policy before it lets
 * transfers pass.
 */
@NullMarked
package dev.wasmledger.components.gate;

import org.jspecify.annotations.NullMarked;
