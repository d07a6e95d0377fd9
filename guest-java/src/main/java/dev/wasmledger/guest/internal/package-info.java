/** What the TeaVM driver and the classes that guests compile against share. */
@NullMarked
package dev.wasmledger.guest.internal;

import org.jspecify.annotations.NullMarked;
