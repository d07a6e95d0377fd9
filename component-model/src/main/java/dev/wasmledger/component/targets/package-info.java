/** Whether a component fits a world, and where it does not. */
@NullMarked
package dev.wasmledger.component.targets;

import org.jspecify.annotations.NullMarked;
