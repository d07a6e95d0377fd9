/** What components make of their config. */
@NullMarked
package dev.wasmledger.components.settings;

import org.jspecify.annotations.NullMarked;
