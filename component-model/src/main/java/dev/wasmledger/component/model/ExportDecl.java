package dev.wasmledger.component.model;

import dev.wasmledger.component.type.ExternName;

/** An export that a component or instance type promises. */
public record ExportDecl(ExternName name, ExternDesc type) implements Declarator {}
