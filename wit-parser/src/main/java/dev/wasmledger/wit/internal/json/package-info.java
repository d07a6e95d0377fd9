/** The resolved model in the reference implementation's JSON form. */
@NullMarked
package dev.wasmledger.wit.internal.json;

import org.jspecify.annotations.NullMarked;
