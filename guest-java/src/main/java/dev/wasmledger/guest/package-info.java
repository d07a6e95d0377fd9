/**
 * What Java guests compile against: the memory that the canonical ABI sees, and how Java values get in and out of it.
 * Generated guest bindings are the users; a guest's own code has no need to call any of it.
 *
 * <p>Addresses are unsigned 32-bit numbers carried in an {@code int}. The classes work inside a compiled guest only, not
 * on a JVM.
 */
@NullMarked
package dev.wasmledger.guest;

import org.jspecify.annotations.NullMarked;
