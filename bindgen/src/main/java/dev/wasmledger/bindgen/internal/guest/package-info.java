/** What guest templates of every language start from: a world's functions and types, each of which has one identity. */
@NullMarked
package dev.wasmledger.bindgen.internal.guest;

import org.jspecify.annotations.NullMarked;
