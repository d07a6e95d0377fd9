/** What the parser and the resolver share. */
@NullMarked
package dev.wasmledger.wit.internal;

import org.jspecify.annotations.NullMarked;
