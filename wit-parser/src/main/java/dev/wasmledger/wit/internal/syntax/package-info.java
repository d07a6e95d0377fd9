/** Text to syntax tree: grammar, tokens, errors, and a tree of our own that knows nothing of ANTLR. */
@NullMarked
package dev.wasmledger.wit.internal.syntax;

import org.jspecify.annotations.NullMarked;
