/**
 * WIT to Java: bindings for hosts, which drive components, and for guests, which TeaVM compiles to components.
 *
 * <p>{@link dev.wasmledger.bindgen.Bindgen} turns a {@link dev.wasmledger.bindgen.BindgenRequest} into files;
 * {@link dev.wasmledger.bindgen.OutputDirectory} brings a folder in line with them. How WIT maps to Java stands in the
 * module's README.
 */
@NullMarked
package dev.wasmledger.bindgen;

import org.jspecify.annotations.NullMarked;
