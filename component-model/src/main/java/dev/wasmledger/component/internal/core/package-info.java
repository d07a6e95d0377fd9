/** Core modules: their sections and code checked against the core specification, and core types resolved. */
@NullMarked
package dev.wasmledger.component.internal.core;

import org.jspecify.annotations.NullMarked;
