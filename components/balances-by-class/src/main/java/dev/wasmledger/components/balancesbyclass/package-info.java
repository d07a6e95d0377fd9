/** The component {@code wasmledger:balances-by-class}: a projection that sums debits and credits by class of account. */
@NullMarked
package dev.wasmledger.components.balancesbyclass;

import org.jspecify.annotations.NullMarked;
