/** The component {@code wasmledger:allow-list}: a policy that lets only listed accounts and kinds of transfers in. */
@NullMarked
package dev.wasmledger.components.allowlist;

import org.jspecify.annotations.NullMarked;
