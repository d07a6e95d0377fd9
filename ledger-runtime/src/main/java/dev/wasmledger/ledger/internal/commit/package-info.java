/** The commit path: a command goes through the components and the host's checks into the log. */
@NullMarked
package dev.wasmledger.ledger.internal.commit;

import org.jspecify.annotations.NullMarked;
