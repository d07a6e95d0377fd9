/** From a core module and a world to a component. */
@NullMarked
package dev.wasmledger.composer.internal.componentize;

import org.jspecify.annotations.NullMarked;
