/** What the driver tells TeaVM, and what it does to TeaVM's module afterwards. */
@NullMarked
package dev.wasmledger.guest.teavm.internal;

import org.jspecify.annotations.NullMarked;
