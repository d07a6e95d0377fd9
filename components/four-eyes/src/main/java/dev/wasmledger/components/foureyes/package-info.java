/** The component {@code wasmledger:four-eyes}: a policy that has a second person release what one has asked for. */
@NullMarked
package dev.wasmledger.components.foureyes;

import org.jspecify.annotations.NullMarked;
