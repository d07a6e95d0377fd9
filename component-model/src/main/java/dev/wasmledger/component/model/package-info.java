/**
 * A component as it is written down: sections and definitions in their sequence, with the index spaces of Binary.md.
 * Nothing in here is resolved or checked; that is what validation adds.
 */
@NullMarked
package dev.wasmledger.component.model;

import org.jspecify.annotations.NullMarked;
