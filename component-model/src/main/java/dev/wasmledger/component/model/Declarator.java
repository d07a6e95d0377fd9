package dev.wasmledger.component.model;

/** What stands in a component type or an instance type (Binary.md, {@code componentdecl}). */
public sealed interface Declarator permits CoreTypeDef, TypeDef, Alias, Import, ExportDecl {}
