/** The component {@code wasmledger:spending-limit}: a policy that bounds what an account may be debited in a period. */
@NullMarked
package dev.wasmledger.components.spendinglimit;

import org.jspecify.annotations.NullMarked;
