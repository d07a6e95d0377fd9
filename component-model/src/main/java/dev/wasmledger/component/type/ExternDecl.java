package dev.wasmledger.component.type;

/** One import or export of a component or instance type. */
public record ExternDecl(ExternName name, ExternType type) {}
