/**
 * WAVE, the text form of component values ({@code {x: 1, tags: ["a"]}}), in both directions over {@link
 * dev.wasmledger.runtime.dynamic.Val}. The form is the one of the {@code wasm-wave} crate, and of its corpus.
 */
@NullMarked
package dev.wasmledger.runtime.wave;

import org.jspecify.annotations.NullMarked;
