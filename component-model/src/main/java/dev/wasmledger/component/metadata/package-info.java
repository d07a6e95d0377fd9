/** What tools write into custom sections, of components and core modules alike. */
@NullMarked
package dev.wasmledger.component.metadata;

import org.jspecify.annotations.NullMarked;
