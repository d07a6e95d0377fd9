/** The goals of the {@code wasmledger} Maven plugin. */
@NullMarked
package dev.wasmledger.maven;

import org.jspecify.annotations.NullMarked;
