/** What the reference's test scripts expect, in our terms: which features are on, and which rule a text speaks of. */
@NullMarked
package dev.wasmledger.component.reference;

import org.jspecify.annotations.NullMarked;
