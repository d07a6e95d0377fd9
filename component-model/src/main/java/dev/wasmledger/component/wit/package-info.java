/** Between WIT and component types. */
@NullMarked
package dev.wasmledger.component.wit;

import org.jspecify.annotations.NullMarked;
