/** From a composition graph to one component. */
@NullMarked
package dev.wasmledger.composer.internal.graph;

import org.jspecify.annotations.NullMarked;
