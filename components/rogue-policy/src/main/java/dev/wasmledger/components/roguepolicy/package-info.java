/** For tests: a policy that a host and a gate have to be protected from. */
@NullMarked
package dev.wasmledger.components.roguepolicy;

import org.jspecify.annotations.NullMarked;
