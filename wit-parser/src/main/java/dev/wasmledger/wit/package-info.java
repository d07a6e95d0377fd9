/** WIT: the resolved model of packages, interfaces, worlds and types, and what reads, resolves and prints it. */
@NullMarked
package dev.wasmledger.wit;

import org.jspecify.annotations.NullMarked;
