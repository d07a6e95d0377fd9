/** What the goals do, without Maven. */
@NullMarked
package dev.wasmledger.maven.internal;

import org.jspecify.annotations.NullMarked;
