/** Guest templates in C: the types of a world, the code that lifts and lowers them, a stub and a build script. */
@NullMarked
package dev.wasmledger.bindgen.internal.c;

import org.jspecify.annotations.NullMarked;
