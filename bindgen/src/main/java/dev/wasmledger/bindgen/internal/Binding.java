package dev.wasmledger.bindgen.internal;

import dev.wasmledger.bindgen.internal.Functions.Function;
import dev.wasmledger.wit.TypeOwner;
import java.util.List;

/**
 * An interface, or the functions of one side of a world, that bindings are generated for.
 *
 * @param owner whose Java package it belongs to
 * @param name what it is imported and exported by, {@code wasi:clocks/wall-clock@0.2.0} for instance
 * @param functions may be none: then only types come of it
 * @param docs the text of its doc comments
 * @param imported whether a world imports it
 * @param exported whether a world exports it
 */
record Binding(TypeOwner owner, String name, List<Function> functions, Docs docs, boolean imported, boolean exported) {}
