/** The component {@code wasmledger:deny-list}: a policy that keeps accounts and kinds of transfers out. */
@NullMarked
package dev.wasmledger.components.denylist;

import org.jspecify.annotations.NullMarked;
