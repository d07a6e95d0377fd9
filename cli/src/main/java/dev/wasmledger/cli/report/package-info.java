/** What the books say, and how it is printed: for people, as tab-separated values, as JSON. */
@NullMarked
package dev.wasmledger.cli.report;

import org.jspecify.annotations.NullMarked;
