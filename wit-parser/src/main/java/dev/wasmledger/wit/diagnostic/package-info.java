/** What every tool of the project says about its inputs: data first, rendered elsewhere. */
@NullMarked
package dev.wasmledger.wit.diagnostic;

import org.jspecify.annotations.NullMarked;
