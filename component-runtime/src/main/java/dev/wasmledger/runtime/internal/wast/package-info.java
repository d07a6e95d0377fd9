/** How test scripts are read and their commands judged. */
@NullMarked
package dev.wasmledger.runtime.internal.wast;

import org.jspecify.annotations.NullMarked;
