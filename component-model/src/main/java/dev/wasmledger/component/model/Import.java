package dev.wasmledger.component.model;

import dev.wasmledger.component.type.ExternName;

/** An import, of a component or declared in a component type. */
public record Import(ExternName name, ExternDesc type) implements Definition, Declarator {}
