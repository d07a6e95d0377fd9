/** Guest templates in Rust: the types of a world, the functions that lift and lower them, a stub and a build script. */
@NullMarked
package dev.wasmledger.bindgen.internal.rust;

import org.jspecify.annotations.NullMarked;
