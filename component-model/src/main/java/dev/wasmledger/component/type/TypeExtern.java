package dev.wasmledger.component.type;

/**
 * An imported or exported type. {@code (type (eq t))} stands here with {@code t}; {@code (type (sub resource))} with a
 * resource type that is bound in the component or instance type around it.
 */
public record TypeExtern(DefType type) implements ExternType {}
